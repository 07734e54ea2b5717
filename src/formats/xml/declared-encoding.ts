/** `<?xml … encoding="GBK"?>`, which is ASCII whatever follows; undefined where a byte order mark or nothing says so. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/iu.exec(head)?.[1];
  // A file that says UTF-8 may still be GBK: only reading it tells.
  return declared === undefined || /^utf-?8$/iu.test(declared) ? undefined : declared;
}
