/** A briefing as a file that plays elsewhere. */
export function HandoverSection() {
  return null;
}
