/** The first letters, whether of one byte or, in UTF-16, of two; marks are left out. */
export function textOfHead(head: Uint8Array): string {
  return String.fromCharCode(...head.filter((byte) => byte !== 0)).replace(
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u,
    '',
  );
}
