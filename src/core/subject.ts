/** Names of features, the same in findings, exceptions, edits and selections. */
export interface Subject {
  readonly layer: string;
  readonly feature: string;
}

/** One string for a subject, usable as a key; no two subjects share one. */
export function subjectKey(subject: Subject): string {
  return `${subject.layer.length}:${subject.layer}/${subject.feature}`;
}

/** By UTF-16 code unit: the same order on every machine, unlike localeCompare. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
