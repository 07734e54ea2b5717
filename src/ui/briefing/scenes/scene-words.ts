/** What a scene keeps, and what of it is gone, in words short enough for a row. No React. */
import type { KeptPart, SceneLoss } from '../../../briefing/scene-contents.ts';
import { formatBearing, formatDate } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/language.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { Finding } from '../../../model/findings.ts';
import { beijingClock, earliestInstant } from '../../../model/instant.ts';
import type { AlertColour } from '../../../model/rule-pack.ts';
import type { Scene, SceneHotspots, SceneWhatIf } from '../../../model/scene.ts';
import { titleOfFinding } from '../../findings/finding-title.ts';
import { type FeaturesByLayer, titleOf } from '../../store/layer-features.ts';

export interface WordsContext {
  readonly t: Translate;
  readonly language: Language;
  readonly features: FeaturesByLayer;
  readonly findingById: ReadonlyMap<string, Finding>;
  /** Whether the plan in force asks anything under an alert: else it changes nothing on the map. */
  isPlanned(alert: AlertColour): boolean;
}

/** Empty where there is nothing to say. */
export function describePart(part: KeptPart, scene: Scene, context: WordsContext): string {
  const { t, features, findingById } = context;
  const { scope, finding, feature, filter, hotspots, whatIf, theme, transition, numbers, board } = scene;
  const layerTitle = (layer: string) => features.get(layer)?.layer.title ?? layer;
  switch (part) {
    case 'scope':
      return scope ? (scope.type === 'owner' ? scope.owner : titleOf(features, scope.zone)) : '';
    case 'finding': {
      const found = findingById.get(finding ?? '');
      return found
        ? t('briefing.keeps.finding', { name: titleOfFinding(found, features, t) })
        : t('briefing.keeps.findingGone');
    }
    case 'feature':
      return feature ? t('briefing.keeps.feature', { name: titleOf(features, feature) }) : '';
    case 'narrowed':
      return t('boards.narrowed.roadsideSoil');
    case 'filter': {
      if (!filter) return '';
      const name = filter.rule ? t(`rule.${filter.rule}`) : layerTitle(filter.layer ?? '');
      return t('briefing.keeps.filter', { name });
    }
    case 'hotspots':
      return hotspots ? describeHotspots(hotspots, t) : '';
    case 'whatIf':
      return whatIf ? describeWhatIf(whatIf, context) : '';
    case 'siltLayers':
      return t('briefing.keeps.silt');
    case 'theme':
      return theme ? t('briefing.keeps.theme', { theme: t(`app.theme.${theme}`) }) : '';
    case 'transition':
      return transition ? t(`briefing.transition.${transition.type}`) : '';
    case 'numbers':
      return numbers?.length === 0
        ? t('briefing.keeps.noNumbers')
        : t('briefing.keeps.numbers', { count: numbers?.length ?? 0 });
    case 'board':
      return board ? t(`briefing.board.${board.type}`) : '';
    case 'annotations':
      return t('briefing.keeps.annotations', { count: scene.annotations?.length ?? 0 });
    case 'swipe':
      return t('briefing.keeps.swipe');
    case 'panel':
      return t('briefing.keeps.panel', { name: nameOf('panel', scene.panel, t) });
    case 'drawer':
      return t('briefing.keeps.panel', { name: nameOf('drawer.tab', scene.drawer, t) });
  }
}

export function describeLoss(loss: SceneLoss, { t }: Pick<WordsContext, 't'>): string {
  return t(`briefing.loss.${loss.what}`, loss.what === 'layer' ? { layer: loss.layer } : {});
}

function describeHotspots({ drawing, time, off }: SceneHotspots, t: Translate): string {
  const parts = [
    ...(drawing === 'points' ? [] : [nameOf('time.draw', drawing, t)]),
    ...(time === undefined ? [] : [describeTime(time, t)]),
    ...(off ? [t('briefing.keeps.someSources')] : []),
  ];
  return t('briefing.keeps.hotspots', { what: parts.join(t('app.separator')) });
}

/** Days in Beijing, the last one that belongs to it: the end of a span is the beginning of the next day. */
export function describeTime(time: NonNullable<SceneHotspots['time']>, t: Translate): string {
  if (time === 'month') return t('briefing.time.month');
  const last = earliestInstant(time.end) - 1;
  const from = dayInBeijing(earliestInstant(time.from)) ?? formatDate(time.from);
  return t('briefing.time.span', { from, to: dayInBeijing(last) ?? formatDate(time.end) });
}

const dayInBeijing = (instant: number) => (Number.isNaN(instant) ? undefined : beijingClock(instant).slice(0, 10));

function describeWhatIf({ alert, wind }: SceneWhatIf, { t, language, features, isPlanned }: WordsContext): string {
  const parts = [
    ...(alert
      ? [
          t(isPlanned(alert) ? 'briefing.keeps.alert' : 'briefing.keeps.alertUnplanned', {
            colour: t(`whatif.alert.${alert}`),
          }),
        ]
      : []),
    ...(wind
      ? [
          'station' in wind
            ? t('briefing.keeps.windOf', { name: titleOf(features, wind.station) })
            : t('briefing.keeps.wind', { from: formatBearing(wind.fromDegrees, language) }),
        ]
      : []),
  ];
  return parts.length > 0 ? parts.join(t('app.separator')) : t('panel.whatIf');
}

/** What another release calls by a name that is not known here stands as it is. */
function nameOf(area: string, value: string | undefined, t: Translate): string {
  const key = `${area}.${value ?? ''}`;
  const name = t(key);
  return name === key ? (value ?? '') : name;
}
