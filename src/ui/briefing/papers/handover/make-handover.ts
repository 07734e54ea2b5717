/** Scenes as a briefing that plays elsewhere: pictures of their maps one after the other, then everything in one page or beside it. */
import { formatHandoverPage } from '../../../../briefing/handover/handover-page.ts';
import type { Handover, HandoverScene, HandoverTable } from '../../../../briefing/handover/handover-types.ts';
import { countForScene, type SceneFacts } from '../../../../briefing/scene-numbers.ts';
import { wallCamera } from '../../../../briefing/wall-camera.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import { formatDate } from '../../../../i18n/format.ts';
import type { Scene } from '../../../../model/scene.ts';
import type { AppServices } from '../../../app-context.tsx';
import type { RunningTask } from '../../../running-work.ts';
import { countBoard } from '../../board/use-board.ts';
import { pictureOfScene } from '../../picture-of-scene.ts';
import { loadSceneFacts } from '../../scene-facts.ts';
import { writeSceneNumber } from '../../scene-number-words.ts';
import { picturesOfCards } from '../cards/card-pictures.ts';
import { lightPicture } from './light-picture.ts';
import { createPictureFiles } from './picture-files.ts';
import { tableOfBoard } from './table-of-board.ts';
import { placesOf, zonesOf } from './whose-of.ts';

export interface HandoverChoices {
  /** One page with its pictures in it, or a folder (zip) with the pictures beside. */
  readonly as: 'page' | 'folder';
  readonly withNotes: boolean;
  readonly withPersonal: boolean;
}

export interface HandoverFile {
  readonly extension: 'html' | 'zip';
  readonly content: Blob;
}

/** What words and numbers leave of a wall, between those of 16 : 9 and of 4 : 3; beside a board the left part of it. */
const WHOLE = { widthPixels: 1600, heightPixels: 800, pixelRatio: 1.2 };
const BESIDE_BOARD = { widthPixels: 1100, heightPixels: 800, pixelRatio: 1.2 };
const sizeOf = ({ board }: Scene) => (board ? BESIDE_BOARD : WHOLE);
const PAGE_TYPE = 'text/html';

/** Fails where a picture cannot be taken, and when cancelled. */
export async function makeHandover(
  services: AppServices,
  scenes: readonly Scene[],
  choices: HandoverChoices,
  work: RunningTask,
): Promise<Result<HandoverFile>> {
  const facts = await loadSceneFacts(services, scenes);
  const kept = createPictureFiles(choices.as);
  const addresses: string[] = [];
  const tables: (HandoverTable | undefined)[] = [];
  for (const [done, scene] of scenes.entries()) {
    work.onProgress({ stage: 'pictures', done, total: scenes.length, detail: scene.title });
    const taken = await pictureOfScene(services, scene, sizeOf(scene), work.signal);
    if (!taken.ok) return taken;
    addresses.push(await kept.keep(String(done + 1), await lightPicture(taken.value)));
    const board = await countBoard(services, scene);
    if (board && !board.ok) return board;
    const pictures = board && (await kept.keepPlaces(await picturesOfCards(services, board.value)));
    tables.push(board && tableOfBoard(board.value, services.words.of(services.settings.getState().language), pictures));
  }
  if (work.signal.aborted) return fail('engine.cancelled');
  const handover = gather(services, { scenes, addresses, tables, facts }, choices);
  const [script, style] = await Promise.all([
    import('../../../../briefing/handover/player/main.ts?inline-script'),
    import('../../../../briefing/handover/player/player.css?inline-script'),
  ]);
  const page = formatHandoverPage(handover, script, style);
  if (choices.as === 'page') return ok({ extension: 'html', content: new Blob([page], { type: PAGE_TYPE }) });
  const { zipFiles } = await import('../../../../formats/workspace/zip.ts');
  const index = { path: 'index.html', bytes: new TextEncoder().encode(page) };
  return ok({ extension: 'zip', content: new Blob([zipFiles([index, ...kept.files])], { type: 'application/zip' }) });
}

interface Gathered {
  readonly scenes: readonly Scene[];
  /** Of the pictures, by scene; so are the tables of boards. */
  readonly addresses: readonly string[];
  readonly tables: readonly (HandoverTable | undefined)[];
  readonly facts: SceneFacts;
}

function gather(
  services: AppServices,
  { scenes, addresses, tables, facts }: Gathered,
  { withNotes, withPersonal }: HandoverChoices,
): Handover {
  const { language } = services.settings.getState();
  const t = services.words.of(language);
  const { features, check, document } = services.workspace.getState();
  const saying = { features, t, withPersonal };
  const rules = new Set(scenes.flatMap((scene) => scene.rules));
  return {
    language,
    title: document?.name ?? '',
    foot: t(withPersonal ? 'handover.footPersonal' : 'handover.foot', {
      name: document?.name ?? '',
      date: check ? formatDate(check.asOf) : '',
      map: services.view.getState().map?.credit() ?? '',
    }),
    words: {
      stage: t('handover.title'),
      position: t('briefing.position', { number: '{number}', total: '{total}' }),
      notes: t('handover.notes'),
      close: t('handover.close'),
      blank: t('briefing.blank'),
      help: t('handover.help'),
      nobody: t('handover.nobody'),
      page: t('boards.page', { number: '{number}', total: '{total}' }),
      earlier: t('boards.page.previous'),
      later: t('boards.page.next'),
    },
    scenes: scenes.map((scene, index): HandoverScene => {
      const { title, caption, group, notes } = scene;
      const { widthPixels, heightPixels } = sizeOf(scene);
      const table = tables[index];
      return {
        title,
        ...(caption ? { caption } : {}),
        ...(group ? { group } : {}),
        ...(withNotes && notes ? { notes } : {}),
        rules: scene.rules,
        picture: addresses[index] ?? '',
        widthPixels,
        heightPixels,
        camera: wallCamera(scene.camera, widthPixels, heightPixels),
        numbers: countForScene(scene, facts).map((number) => {
          const { label, value, detail } = writeSceneNumber(number, t, language);
          return { label, value, ...(detail ? { unit: detail } : {}) };
        }),
        ...(table ? { table } : {}),
      };
    }),
    zones: zonesOf(saying),
    places: placesOf(check?.findings ?? [], rules, saying),
  };
}
