/** Findings of a rule by street: bars of their ground or length, with their number. */
import type { Finding, RuleId } from '../../model/findings.ts';
import type { Board, BoardBar } from './board.ts';
import type { BoardFacts } from './board-facts.ts';
import { citeRuleOf } from './cite-rule-of.ts';
import { formatSize, sizeNameOf, sizeOf } from './size-of-findings.ts';

/**
 * The largest first; equal ones in the order of the streets; what lies in no street last. Streets without a finding
 * are named in the notes. O(findings).
 */
export function byStreetBoard(rule: RuleId, facts: BoardFacts): Board {
  const { findings, group, streets, t, language } = facts;
  const own = findings.filter((finding) => finding.rule === rule);
  const byStreet = new Map<string | undefined, Finding[]>();
  for (const finding of own) {
    const { street } = group(finding);
    const same = byStreet.get(street);
    if (same) same.push(finding);
    else byStreet.set(street, [finding]);
  }
  const size = sizeNameOf(rule);
  const bar = (street: string | undefined, of: readonly Finding[]): BoardBar => {
    const value = sizeOf(of, size);
    const count = t('boards.findings', { count: of.length });
    return {
      name: street ?? t('boards.noStreet'),
      value,
      ...(size === 'count' ? { text: count } : { text: formatSize(value, size, language), detail: count }),
    };
  };
  const place = new Map(streets.map((name, index) => [name, index]));
  const named = [...byStreet]
    .flatMap(([street, of]) => (street === undefined ? [] : [{ street, bar: bar(street, of) }]))
    .sort((a, b) => b.bar.value - a.bar.value || (place.get(a.street) ?? 0) - (place.get(b.street) ?? 0));
  const outside = byStreet.get(undefined);
  const clean = streets.filter((street) => !byStreet.has(street));
  return {
    title: t('boards.byStreet.title', { rule: t(`rule.${rule}`) }),
    content: {
      type: 'bars',
      header: t(`boards.size.${size}`),
      bars: [...named.map((one) => one.bar), ...(outside ? [bar(undefined, outside)] : [])],
    },
    notes: [
      ...(clean.length > 0 && own.length > 0
        ? [t('boards.byStreet.clean', { streets: clean.join(t('report.listSeparator')) })]
        : []),
      t('boards.note.street'),
      t('boards.note.open'),
      t('boards.note.asOf', { time: facts.check.asOf }),
    ],
    sources: citeRuleOf(rule, facts),
    ...(own.length === 0 ? { nothing: t('boards.none', { rule: t(`rule.${rule}`) }) } : {}),
  };
}
