/** What a finding is called in a list: the names of its subjects, short enough for one line. */
import type { Translate } from '../../i18n/translate.ts';
import type { Finding } from '../../model/findings.ts';
import { type FeaturesByLayer, titleOf } from '../store/layer-features.ts';

export function titleOfFinding(finding: Finding, features: FeaturesByLayer, t: Translate): string {
  const names = finding.subjects.map((subject) => titleOf(features, subject));
  if (names.length === 0) return t(`rule.${finding.rule}`);
  if (finding.rule === 'zone-gap') {
    const { kind = null } = finding.explain.params;
    return t('app.findings.gapNear', { kind, names: names.slice(0, 3).join(t('app.separator')) });
  }
  const { field } = finding.explain.params;
  // A site has a finding for each measure that fails.
  if (finding.rule === 'source-uncontrolled' && field) return `${names[0]} · ${t(`field.${field}`)}`;
  return names.slice(0, 2).join(' × ') + (names.length > 2 ? ' …' : '');
}
