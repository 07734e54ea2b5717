/** What stands for the name of a workspace or a unit in an address. */

/** Seven characters that stand for a name without giving it away at sight (FNV-1a, 32 bits). */
export function workspaceKey(name: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
