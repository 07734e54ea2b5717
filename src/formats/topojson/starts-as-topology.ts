/** Whether a JSON text says among its first members that it is a Topology. Light: it is asked of every file. */

const MEMBER = /\s*("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|[^\s"{}[\],]+)?/y;
const COMMA = /\s*,/y;

/** Only the outermost object counts, as far as its members come before its first nested value. */
export function startsAsTopology(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  const start = /^\uFEFF?\s*\{/u.exec(text)?.[0];
  if (start === undefined) return false;
  for (let at = start.length; ; at = COMMA.lastIndex) {
    MEMBER.lastIndex = at;
    const [, key, value] = MEMBER.exec(text) ?? [];
    if (key === '"type"') return value === '"Topology"';
    if (value === undefined) return false;
    COMMA.lastIndex = MEMBER.lastIndex;
    if (!COMMA.test(text)) return false;
  }
}
