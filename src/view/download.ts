export type Download = { name: string; mediaType: string; content: BlobPart };

/** Hands a file to the browser's downloads; nothing is fetched. */
export function download({ name, mediaType, content }: Download): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
