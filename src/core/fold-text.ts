/** As people type: case, full-width forms and blanks around do not matter. */
export function foldText(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
