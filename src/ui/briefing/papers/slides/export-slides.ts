/** Scenes as a PowerPoint file: each is drawn by the map of the page, then the file is written by the engine's worker. */
import { countForScene, type SceneFacts } from '../../../../briefing/scene-numbers.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import type { Scene } from '../../../../model/scene.ts';
import { deckBoard } from '../../../../reports/slides/board-slides.ts';
import { buildDeck, type SceneSlide } from '../../../../reports/slides/build-deck.ts';
import type { DeckNumber, DeckPicture, SlideDeck, SlideRatio } from '../../../../reports/slides/slide-deck.ts';
import type { AppServices } from '../../../app-context.tsx';
import type { RunningTask } from '../../../running-work.ts';
import { countBoard } from '../../board/use-board.ts';
import { loadSceneFacts } from '../../scene-facts.ts';
import { writeSceneNumber } from '../../scene-number-words.ts';
import { picturesOfCards } from '../cards/card-pictures.ts';
import { drawScene } from './scene-map.ts';

export interface SlidesRequest {
  readonly scenes: readonly Scene[];
  readonly ratio: SlideRatio;
  readonly withNotes: boolean;
}

const NO_PICTURES: ReadonlyMap<string, DeckPicture> = new Map();

/** Fails where nothing is open, and when cancelled. Where there is no map, the slides have none and say so. */
export async function makeSlides(
  services: AppServices,
  request: SlidesRequest,
  work: RunningTask,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const deck = await makeDeck(services, request, work);
  return deck.ok ? services.commands.writeSlides(deck.value, work.signal) : deck;
}

/** The scenes with their maps, numbers and boards, to be written. */
export async function makeDeck(
  services: AppServices,
  { scenes, ratio, withNotes }: SlidesRequest,
  { signal, onProgress }: RunningTask,
): Promise<Result<SlideDeck>> {
  const { workspace, settings, words } = services;
  const { document, check, isDemo } = workspace.getState();
  if (!document || !check) return fail('engine.nothing-open');
  const { language } = settings.getState();
  const t = words.of(language);
  const facts = await loadSceneFacts(services, scenes);
  const slides: SceneSlide[] = [];
  for (const [index, scene] of scenes.entries()) {
    onProgress({ stage: 'slides', done: index, total: scenes.length, detail: scene.title });
    const drawn = await drawScene(services, scene, ratio, signal);
    if (!drawn.ok && drawn.problem.code !== 'picture-without-map') return drawn;
    const counted = scene.board && (await countBoard(services, scene));
    if (counted && !counted.ok) return counted;
    const pictures = counted ? await picturesOfCards(services, counted.value) : NO_PICTURES;
    slides.push({
      scene,
      numbers: numbersOf(services, scene, facts),
      map: drawn.ok ? drawn.value : undefined,
      board:
        scene.board && counted
          ? deckBoard(counted.value, scene.board, { translate: t, language, pictures })
          : undefined,
    });
  }
  onProgress({ stage: 'slides', done: scenes.length, total: scenes.length });
  const { rulePack } = document;
  return ok(
    buildDeck(slides, {
      name: document.name,
      asOf: check.asOf,
      rulePack: { name: rulePack.name[language], version: rulePack.version },
      isDemo,
      ratio,
      withNotes,
      translate: t,
      language,
    }),
  );
}

function numbersOf({ settings, words }: AppServices, scene: Scene, facts: SceneFacts): DeckNumber[] {
  const { language } = settings.getState();
  return countForScene(scene, facts).map((number) => writeSceneNumber(number, words.of(language), language));
}
