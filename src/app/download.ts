/** Hands bytes or text to the browser as a file; works on plain http. */

export function download(name: string, parts: BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.download = name;
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Without what Windows and zip programs refuse in names; never empty. */
export function fileName(...words: string[]): string {
  const name = words
    .filter(Boolean)
    .join('-')
    .replaceAll(/[\\/:*?"<>|\s]+/g, '_')
    .slice(0, 120);
  return name || 'chentu';
}
