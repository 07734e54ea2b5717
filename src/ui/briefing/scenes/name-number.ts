/** What a big number counts, in words that tell one choice from another. No React. */
import type { Translate } from '../../../i18n/translate.ts';
import type { SceneNumberSpec } from '../../../model/scene.ts';
import type { FeaturesByLayer } from '../../store/layer-features.ts';

export function nameNumber(number: SceneNumberSpec, features: FeaturesByLayer, t: Translate): string {
  if (number.of === 'summary') return t(`briefing.summary.${number.value}`);
  if (number.of === 'roadsideSoil') return t(`briefing.roadside.${number.value}`);
  const what =
    number.of === 'findings' ? t(`rule.${number.rule}`) : (features.get(number.layer)?.layer.title ?? number.layer);
  return t(`briefing.measure.${number.measure}`, { what });
}
