/** The rule of a board as it is cited under it. */
import type { RuleId } from '../../model/findings.ts';
import { citeRule } from '../cite-rule.ts';
import type { BoardFacts } from './board-facts.ts';

/** One line for what the rule demands, and one for each threshold of its first finding, with tag and source; the demand alone where nothing was found. */
export function citeRuleOf(rule: RuleId, { findings, document, t, language }: BoardFacts): string[] {
  const first = findings.find((finding) => finding.rule === rule);
  if (!first) return [t(`app.ruleText.${rule}`)];
  const { text, thresholds } = citeRule(first, document.rulePack, t, language);
  return [text, ...thresholds.map(({ value, tag, source }) => t('boards.source', { value, tag, source }))];
}
