/** The lines of a text as titles; a list that was copied brings its bullets, boxes and numbers with it, and they go. */
export function taskLines(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+)/, '').trim())
    .filter((line) => line !== '');
}
