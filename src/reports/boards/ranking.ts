/** Streets or units by their open problems, with the counting rules that the ranking stands on. */
import type { Finding, RuleId } from '../../model/findings.ts';
import { RULE_IDS } from '../../model/findings.ts';
import { rankBy } from '../charts/ranking.ts';
import { type Board, type BoardRow, countCell, textCell } from './board.ts';
import { type BoardFacts, isProblem } from './board-facts.ts';

/** Besides the sum, as many rules have a column of their own: those with most findings. */
const RULE_COLUMNS = 2;

interface Tally {
  readonly name: string;
  readonly counts: Map<RuleId, number>;
  total: number;
}

/**
 * The most problems first; equal numbers share a rank. Streets without any stand at the end of the list; what is in no
 * street, or of no unit, is left out and said. O(findings).
 */
export function rankingBoard(of: 'street' | 'owner', facts: BoardFacts): Board {
  const { t, group, streets, check } = facts;
  // A hotspot is nobody's.
  const findings = facts.findings.filter(
    (finding) => isProblem(finding) && (of === 'street' || finding.rule !== 'hotspot-unattended'),
  );
  const tallies = new Map<string, Tally>(
    of === 'street' ? streets.map((name) => [name, { name, counts: new Map(), total: 0 }]) : [],
  );
  let nobodys = 0;
  for (const finding of findings) {
    const { street, owners } = group(finding);
    const names = of === 'street' ? (street === undefined ? [] : [street]) : owners;
    if (names.length === 0) nobodys++;
    for (const name of names) count(tallies, name, finding);
  }
  const ranked = rankBy([...tallies.values()], ({ total }) => total);
  const rules = commonRules(findings);
  const rows = ranked.map(
    ({ rank, item }): BoardRow => ({
      cells: [
        countCell(rank),
        textCell(item.name),
        countCell(item.total),
        ...rules.map((rule) => countCell(item.counts.get(rule) ?? 0)),
      ],
    }),
  );
  return {
    title: t(`boards.ranking.${of}`),
    content: {
      type: 'table',
      columns: [
        { key: 'rank', header: t('charts.column.rank'), type: 'count' },
        { key: 'name', header: t(`column.${of}`), type: 'text' },
        { key: 'total', header: t('boards.ranking.total'), type: 'count' },
        ...rules.map((rule) => ({ key: rule, header: t(`rule.${rule}`), type: 'count' as const })),
      ],
      rows,
    },
    notes: [
      t('boards.ranking.rank'),
      t(of === 'street' ? 'boards.note.street' : 'boards.ranking.units'),
      t('boards.note.open'),
      t(of === 'street' ? 'boards.ranking.screening' : 'boards.ranking.hotspots'),
      ...(nobodys > 0 ? [t(`boards.ranking.left.${of}`, { count: nobodys })] : []),
      t('boards.note.asOf', { time: check.asOf }),
    ],
    sources: [],
    ...(ranked.length === 0 ? { nothing: t(`boards.ranking.none.${of}`) } : {}),
  };
}

function count(tallies: Map<string, Tally>, name: string, { rule }: Finding): void {
  const tally = tallies.get(name) ?? { name, counts: new Map(), total: 0 };
  tally.counts.set(rule, (tally.counts.get(rule) ?? 0) + 1);
  tally.total++;
  tallies.set(name, tally);
}

/** In the contract's order. */
function commonRules(findings: readonly Finding[]): RuleId[] {
  const counts = new Map<RuleId, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, RULE_COLUMNS);
  return RULE_IDS.filter((rule) => most.some(([common]) => common === rule));
}
