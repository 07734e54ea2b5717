/** Slips 交办单: handed out, coming back. */
export function SlipsSection() {
  return null;
}
