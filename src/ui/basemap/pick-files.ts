/** The browser's own dialog, through an input: it works on plain http too. */
export function pickFiles(accept: string, use: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = accept;
  input.onchange = () => {
    if (input.files && input.files.length > 0) use([...input.files]);
  };
  input.click();
}
