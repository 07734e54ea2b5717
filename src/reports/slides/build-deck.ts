/** Scenes and what was counted and drawn for them as a deck: words of covers, feet and pictures. Pure; knows no map. */
import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/make-translator.ts';
import { beijingClock, earliestInstant } from '../../model/instant.ts';
import type { Scene } from '../../model/scene.ts';
import type { DeckBoard, DeckMap, DeckNumber, SlideDeck, SlideRatio } from './slide-deck.ts';

export interface SceneSlide {
  readonly scene: Pick<Scene, 'title' | 'caption' | 'notes' | 'group'>;
  readonly numbers: readonly DeckNumber[];
  /** Undefined where no map could be drawn: the slide says so. */
  readonly map: DeckMap | undefined;
  readonly board?: DeckBoard | undefined;
}

export interface DeckOptions {
  /** Of the workspace: on the first slide. */
  readonly name: string;
  readonly asOf: string;
  readonly rulePack: { readonly name: string; readonly version: string };
  readonly isDemo: boolean;
  readonly ratio: SlideRatio;
  /** Talking points are for the presenter: they leave with the file only where that is asked for. */
  readonly withNotes: boolean;
  readonly translate: Translate;
  readonly language: Language;
}

/** One slide a scene, in the given order. */
export function buildDeck(scenes: readonly SceneSlide[], options: DeckOptions): SlideDeck {
  const { name, asOf, rulePack, isDemo, ratio, withNotes, translate, language } = options;
  const date = dayOf(asOf);
  const [year = '', month = ''] = date.split('-');
  const monthText = month === '' ? '' : translate('slides.cover.month', { year, month: String(Number(month)) });
  const rules = { name: rulePack.name, version: rulePack.version };
  return {
    ratio,
    title: name,
    cover: [
      // Names of workspaces often say it themselves.
      ...(monthText === '' || name.includes(monthText) ? [] : [monthText]),
      translate('slides.cover.asOf', { date }),
      translate('slides.cover.rules', rules),
      translate('slides.cover.screening'),
      ...(isDemo ? [translate('slides.cover.demo')] : []),
    ],
    source: translate('slides.source', { date, ...rules }),
    asOf,
    language,
    words: {
      program: translate('slides.program'),
      section: translate('slides.section'),
      legend: translate('map.legend.title'),
      legendMore: translate('slides.legendMore', { count: '{count}' }),
    },
    slides: scenes.map(({ scene, numbers, map, board }) => {
      const { title, caption, notes, group } = scene;
      return {
        title,
        ...(caption ? { caption } : {}),
        ...(withNotes && notes ? { notes } : {}),
        ...(group ? { group } : {}),
        ...(map ? { map } : { withoutMap: translate('slides.withoutMap', { title }) }),
        numbers,
        ...(board ? { board } : {}),
      };
    }),
  };
}

/** The day in Beijing; the text itself where it is no date. */
export function dayOf(asOf: string): string {
  const instant = earliestInstant(asOf);
  return Number.isNaN(instant) ? asOf : beijingClock(instant).slice(0, 'YYYY-MM-DD'.length);
}
