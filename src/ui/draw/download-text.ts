/** Hands text to the browser as a file. */

/** By an object URL; where there is none, by a data URL, which every browser downloads but some cut at 2 MB. */
export function downloadText(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.download = name;
  const address = objectUrl(text, type);
  link.href = address ?? `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the address after the click has returned.
  if (address) setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function objectUrl(text: string, type: string): string | undefined {
  try {
    return URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  } catch {
    return undefined;
  }
}
