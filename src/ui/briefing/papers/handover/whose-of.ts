/** What the cards of a briefing that is handed on say: of zones whose they are, of findings what they are. */
import { outlineOf } from '../../../../briefing/handover/build-zones.ts';
import type { HandoverLine, HandoverPlace, HandoverZone } from '../../../../briefing/handover/handover-types.ts';
import type { Subject } from '../../../../core/subject.ts';
import { explainFinding } from '../../../../i18n/explain.ts';
import type { Translate } from '../../../../i18n/make-translator.ts';
import { textAt } from '../../../../model/feature-batch.ts';
import type { Finding } from '../../../../model/findings.ts';
import { isZoneKind, ZONE_LEVELS, type ZoneLevel } from '../../../../model/kinds.ts';
import { titleOfFinding } from '../../../findings/finding-title.ts';
import { type FeaturesByLayer, fieldOf, titleOf, unitOf } from '../../../store/layer-features.ts';

export interface Saying {
  readonly features: FeaturesByLayer;
  readonly t: Translate;
  /** Names and numbers of people are among the lines. */
  readonly withPersonal: boolean;
}

const PEOPLE = ['leader', 'person', 'phone'] as const;
/** The first of the findings' order: a page with more would be slow to open, and its marks could not be told apart. */
const MOST_PLACES = 3000;

/** The finest first. O(positions of zones). */
export function zonesOf({ features, t, withPersonal }: Saying): HandoverZone[] {
  const found: { readonly level: number; readonly zone: HandoverZone }[] = [];
  for (const [id, { layer, batch }] of features) {
    if (!isZoneKind(layer.kind)) continue;
    for (const [index, feature] of batch.ids.entries()) {
      const rings = outlineOf(batch.geometry, index);
      if (rings.length === 0) continue;
      const subject = { layer: id, feature };
      const level = textAt(batch, 'level', index) ?? 'grid';
      const lines: HandoverLine[] = [
        [t('handover.line.kind'), `${t(`kind.${layer.kind}`)} · ${t(`level.${level}`)}`],
        ...unitLines({ features, t, withPersonal }, subject),
      ];
      const zone = { title: titleOf(features, subject), lines, rings };
      found.push({ level: ZONE_LEVELS.indexOf(level as ZoneLevel), zone });
    }
  }
  return found.sort((a, b) => b.level - a.level).map(({ zone }) => zone);
}

/** Open findings of some rules, in their order. */
export function placesOf(findings: readonly Finding[], rules: ReadonlySet<string>, saying: Saying): HandoverPlace[] {
  const { features, t } = saying;
  return findings
    .filter(({ rule, status }) => status === 'open' && rules.has(rule))
    .slice(0, MOST_PLACES)
    .map((finding) => {
      const [subject] = finding.subjects;
      return {
        rule: finding.rule,
        at: finding.at.map((degrees) => Number(degrees.toFixed(6))) as [number, number],
        title: titleOfFinding(finding, features, t),
        lines: [
          [t('handover.line.finding'), t(`rule.${finding.rule}`)],
          ...(subject ? unitLines(saying, subject) : []),
          [t('handover.line.sentence'), explainFinding(finding, t)],
        ],
      };
    });
}

function unitLines({ features, t, withPersonal }: Saying, subject: Subject): HandoverLine[] {
  const unit: HandoverLine = [t('field.owner'), unitOf(features, subject) ?? t('handover.noUnit')];
  if (!withPersonal) return [unit];
  const people = PEOPLE.flatMap((field): HandoverLine[] => {
    const text = fieldOf(features, subject, field);
    return text ? [[t(`field.${field}`), text]] : [];
  });
  return [unit, ...people];
}
