/** Where two answers differ, in a few short lines: a hundred thousand bytes side by side help nobody. */
import type { CheckResult, Finding } from '../../src/model/findings.ts';

const short = (value: unknown) => JSON.stringify(value)?.slice(0, 300);

/** From a little before the first letter that differs. */
function apart(is: unknown, should: unknown): string {
  const [a, b] = [JSON.stringify(is) ?? '', JSON.stringify(should) ?? ''];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 60);
  return `${a.slice(from, from + 150)} ≠ ${b.slice(from, from + 150)}`;
}

/** Empty where both have the same bytes. */
export function differences(actual: CheckResult, expected: CheckResult): string[] {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return [];
  const lines: string[] = [];
  const byId = (findings: readonly Finding[]) => new Map(findings.map((finding) => [finding.id, finding]));
  const [have, want] = [byId(actual.findings), byId(expected.findings)];
  for (const [id, finding] of have) {
    const other = want.get(id);
    if (!other) lines.push(`too much: ${short(finding)}`);
    else if (JSON.stringify(finding) !== JSON.stringify(other))
      lines.push(`${finding.rule} ${short(finding.subjects)}: ${apart(finding, other)}`);
  }
  for (const [id, finding] of want) if (!have.has(id)) lines.push(`missing: ${short(finding)}`);
  for (const key of Object.keys(expected) as (keyof CheckResult)[]) {
    if (key === 'findings' || JSON.stringify(actual[key]) === JSON.stringify(expected[key])) continue;
    if (key !== 'summary') lines.push(`${key}: ${apart(actual[key], expected[key])}`);
  }
  for (const part of Object.keys(expected.summary) as (keyof CheckResult['summary'])[]) {
    const [is, should] = [actual.summary[part], expected.summary[part]];
    if (JSON.stringify(is) === JSON.stringify(should)) continue;
    lines.push(`${part}: ${apart(is, should)}`);
  }
  return lines.length > 0 ? lines.slice(0, 12) : ['only the order differs'];
}
