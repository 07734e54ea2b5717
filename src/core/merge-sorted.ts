/** Two sorted lists as one; of equals, those of the first come first. O(a + b). */
export function mergeSorted<T>(a: readonly T[], b: readonly T[], compare: (x: T, y: T) => number): T[] {
  const merged: T[] = [];
  let next = 0;
  for (const item of a) {
    while (next < b.length && compare(item, b[next]!) > 0) merged.push(b[next++]!);
    merged.push(item);
  }
  while (next < b.length) merged.push(b[next++]!);
  return merged;
}
