/** A page that is not looked at draws nothing. */
const longestMs = 50;

/**
 * Resolves when what was changed so far has been drawn, so that the work that follows does not hold the picture up; at the
 * latest after 50 ms.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestMs);
    requestAnimationFrame(() => {
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  });
}
