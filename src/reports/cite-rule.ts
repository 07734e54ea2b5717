/** A finding's rule as a paper or a panel cites it: what it demands, by which values, from which sources. Knows no layout. */
import type { Language, Translate } from '../i18n/translate.ts';
import type { Finding } from '../model/findings.ts';
import type { RulePack, Threshold } from '../model/rule-pack.ts';
import { formatThreshold, listThresholds, webAddressOf } from './list-thresholds.ts';

export interface CitedThreshold {
  readonly id: string;
  /** What it is and its value with the unit: `裸土覆盖时限：48 小时`. */
  readonly value: string;
  /** How sure we are of it: `已核实`, `建议值`. */
  readonly tag: string;
  readonly text: string;
  readonly appliesTo?: string;
  /** Says so where none is named. */
  readonly source: string;
  /** Of the web. */
  readonly address?: string;
  readonly date?: string;
}

export interface CitedRule {
  readonly text: string;
  /** What is not in force is not cited. */
  readonly thresholds: readonly CitedThreshold[];
  readonly rulePack: string;
}

export function citeRule(
  finding: Pick<Finding, 'rule' | 'explain' | 'measures'>,
  rulePack: RulePack,
  translate: Translate,
  language: Language,
): CitedRule {
  return {
    text: translate(`app.ruleText.${finding.rule}`),
    thresholds: listThresholds(finding, rulePack).map((threshold) => citeThreshold(threshold, translate, language)),
    rulePack: translate('app.finding.rulePack', { name: rulePack.name[language], version: rulePack.version }),
  };
}

export function citeThreshold(threshold: Threshold, translate: Translate, language: Language): CitedThreshold {
  const address = webAddressOf(threshold);
  return {
    id: threshold.id,
    value: translate('app.threshold.value', {
      label: translate(`app.threshold.${threshold.id}`),
      value: formatThreshold(threshold, translate),
    }),
    tag: translate(`app.threshold.tag.${threshold.tag}`),
    text: threshold.text[language],
    ...(threshold.appliesTo && { appliesTo: threshold.appliesTo[language] }),
    source: threshold.source[language] || translate('app.threshold.noSource'),
    ...(address !== undefined && { address }),
    ...(threshold.date && { date: threshold.date }),
  };
}
