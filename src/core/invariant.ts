/** Broken invariants are the only thing that throws: a fault of ours, not of the data. */
export function invariant(condition: unknown, found: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${found}`);
}
