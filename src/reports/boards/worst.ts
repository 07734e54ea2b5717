/** The worst findings of a rule as cards: what, where, whose, how large, since when, and what became of it. */
import { subjectKey } from '../../core/subject.ts';
import { explainFinding } from '../../i18n/explain.ts';
import type { Finding, RuleId } from '../../model/findings.ts';
import { DAY_MS, earliestInstant, instantOf } from '../../model/instant.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import type { Board, BoardCard } from './board.ts';
import type { BoardFacts } from './board-facts.ts';
import { citeRuleOf } from './cite-rule-of.ts';
import { formatFindingSize } from './size-of-findings.ts';
import { describeCase } from './tasks.ts';

/** In the order of the check: severity first. A source that fails several measures is one card, its worst. O(findings). */
export function worstBoard(rule: RuleId, limit: number, facts: BoardFacts): Board {
  const { t, document } = facts;
  const cases = new Map([...(document.cases ?? [])].reverse().map((one) => [one.finding, one]));
  const own = onePerSubject(facts.findings.filter((finding) => finding.rule === rule));
  return {
    title: t('boards.worst.title', { rule: t(`rule.${rule}`) }),
    content: {
      type: 'cards',
      cards: own.slice(0, limit).map((finding, index) => cardOf(finding, index + 1, facts, cases.get(finding.id))),
    },
    notes: [
      ...(own.length > limit ? [t('boards.rest', { count: own.length - limit })] : []),
      t('boards.note.worst'),
      t('boards.note.open'),
      t('boards.note.asOf', { time: facts.check.asOf }),
    ],
    sources: citeRuleOf(rule, facts),
    ...(own.length === 0 ? { nothing: t('boards.none', { rule: t(`rule.${rule}`) }) } : {}),
  };
}

function onePerSubject(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, subjects }) => {
    const [subject] = subjects;
    if (rule !== 'source-uncontrolled' || !subject) return true;
    const key = subjectKey(subject);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function cardOf(finding: Finding, rank: number, facts: BoardFacts, of: WorkspaceCase | undefined): BoardCard {
  const { t, language, lookup, group, check } = facts;
  const { id, rule, at, subjects } = finding;
  const { street, owners } = group(finding);
  const size = formatFindingSize(finding, language);
  const days = bareDays(finding, facts);
  const reason = missingMeasure(finding, facts);
  const names = subjects.map(
    (subject) => lookup.fieldOf(subject, 'name') ?? lookup.fieldOf(subject, 'code') ?? subject.feature,
  );
  return {
    rank,
    finding: id,
    rule,
    at,
    subjects,
    title: names.join(t('report.listSeparator')) || t(`rule.${rule}`),
    ...(street !== undefined && { street }),
    owners,
    ...(size !== undefined && { size }),
    ...(days !== undefined && { days: t('boards.days', { count: days }) }),
    ...(reason !== undefined && { reason }),
    ...(of && { state: describeCase(of, check.asOf, t).text }),
    sentence: explainFinding(finding, t),
    photos: of?.photos ?? [],
  };
}

/** The measures that a source fails are findings of their own: the worst is named, the others are counted. */
function missingMeasure({ rule, explain, subjects }: Finding, { findings, t }: BoardFacts): string | undefined {
  const { field } = explain.params;
  const [subject] = subjects;
  if (rule !== 'source-uncontrolled' || typeof field !== 'string' || !subject) return undefined;
  const key = subjectKey(subject);
  const count = findings.filter(
    (one) => one.rule === rule && one.subjects[0] && subjectKey(one.subjects[0]) === key,
  ).length;
  return t(count > 1 ? 'boards.card.missingMore' : 'boards.card.missing', { field, count });
}

/** As the rule counted them; else, of soil that its ledger calls uncovered, whole days since it was opened last. */
function bareDays({ explain, subjects }: Finding, { lookup, check }: BoardFacts): number | undefined {
  const { bareDays: counted } = explain.params;
  if (typeof counted === 'number') return counted;
  const [subject] = subjects;
  if (!subject || lookup.layerOf(subject)?.kind !== 'bareSoil') return undefined;
  if (lookup.fieldOf(subject, 'status') !== 'uncovered') return undefined;
  const now = instantOf(check.asOf);
  const opened = ['openedAt', 'reopenedAt']
    .map((field) => earliestInstant(lookup.fieldOf(subject, field) ?? ''))
    .filter((instant) => instant <= now);
  return opened.length === 0 ? undefined : Math.floor((now - Math.max(...opened)) / DAY_MS);
}
