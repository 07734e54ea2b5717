/** The ground that the findings of one rule are about, added up. */
import { subjectKey } from '../core/subject.ts';
import type { Finding } from './findings.ts';

/** In m². A source that fails several measures has as many findings, but its ground counts once. O(findings). */
export function totalAreaSquareMeters(findings: readonly Finding[]): number {
  const counted = new Set<string>();
  let sum = 0;
  for (const { rule, subjects, measures } of findings) {
    const [subject] = subjects;
    if (rule === 'source-uncontrolled' && subject) {
      const key = subjectKey(subject);
      if (counted.has(key)) continue;
      counted.add(key);
    }
    sum += measures.areaSquareMeters ?? 0;
  }
  return sum;
}
