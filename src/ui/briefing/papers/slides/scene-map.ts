/** The map of a scene for a slide: its picture, and what has to be said beside it. What was looked at is looked at again afterwards. */
import { ok, type Result } from '../../../../core/result.ts';
import { formatLength } from '../../../../i18n/format.ts';
import type { Translate } from '../../../../i18n/make-translator.ts';
import type { LegendEntry } from '../../../../map/legend.ts';
import type { MapTheme, MapView } from '../../../../map/map-types.ts';
import { niceScale } from '../../../../map/scale-bar.ts';
import type { Scene } from '../../../../model/scene.ts';
import { dayOf } from '../../../../reports/slides/build-deck.ts';
import { mapPictureSize } from '../../../../reports/slides/slide-boxes.ts';
import type { DeckMap, SlideRatio } from '../../../../reports/slides/slide-deck.ts';
import type { AppServices } from '../../../app-context.tsx';
import { legendOfShown } from '../../../layers/shown-legend.ts';
import { pictureOfScene } from '../../picture-of-scene.ts';
import { swatchPicture } from './swatch-picture.ts';

/** Of the picture's width: long enough to measure by, short enough for its line. */
const SCALE_SHARE = 0.2;

/** Fails without a map, and when cancelled. */
export async function drawScene(
  services: AppServices,
  scene: Scene,
  ratio: SlideRatio,
  signal: AbortSignal,
): Promise<Result<DeckMap>> {
  const { settings, words } = services;
  const { language, theme } = settings.getState();
  const { widthPixels, heightPixels, pixelRatio } = mapPictureSize(ratio, scene.caption !== undefined);
  let shown: Shown | undefined;
  const onDrawn = () => {
    shown = readShown(services, (scene.theme ?? 'projector') === 'projector' ? 'projector' : theme);
  };
  const taken = await pictureOfScene(services, scene, { widthPixels, heightPixels, pixelRatio, onDrawn }, signal);
  if (!taken.ok) return taken;
  if (!shown) throw new Error('Picture of a scene: found no map behind it, expected one');
  const png = new Uint8Array(await taken.value.arrayBuffer());
  const said = await sayShown(shown, scene.title, widthPixels, words.of(language));
  return ok({ png, widthPixels, heightPixels, ...said });
}

interface Shown {
  readonly legend: readonly LegendEntry[];
  readonly camera: ReturnType<MapView['camera']>;
  readonly credit: string;
  readonly asOf: string;
}

function readShown({ view, workspace }: AppServices, theme: MapTheme): Shown | undefined {
  const { map, looks, hiddenRules } = view.getState();
  if (!map) return undefined;
  const { document, stylings, drawables, check } = workspace.getState();
  const camera = map.camera();
  return {
    legend: legendOfShown({ layers: document?.layers, stylings, drawables, check, looks, hiddenRules }, theme, {
      bounds: map.bounds(),
      zoom: camera.zoom,
    }),
    camera,
    credit: map.credit(),
    asOf: check?.asOf ?? '',
  };
}

async function sayShown(
  { legend, camera, credit, asOf }: Shown,
  title: string,
  widthPixels: number,
  t: Translate,
): Promise<Omit<DeckMap, 'png' | 'widthPixels' | 'heightPixels'>> {
  const named = legend.map((entry) => ({ ...entry, name: t(entry.key, entry.params) }));
  const list = named.map(({ name }) => name).join(t('app.separator'));
  const scale = niceScale(camera.center[1], camera.zoom, SCALE_SHARE * widthPixels);
  const isTilted = camera.pitch > 0.5;
  const entries = named.map(async ({ name, count, swatch }) => ({
    text: t('slides.legendEntry', { name, count }),
    ...(await swatchPicture(swatch)),
  }));
  return {
    altText: list === '' ? t('slides.mapAltPlain', { title }) : t('slides.mapAlt', { title, legend: list }),
    legend: await Promise.all(entries),
    ...(isTilted ? {} : { scale: { text: formatLength(scale.meters), fraction: scale.pixels / widthPixels } }),
    north: { degrees: -camera.bearing, text: t('slides.north') },
    credit: [isTilted ? t('slides.tilted') : '', t('slides.credit', { date: dayOf(asOf) }), credit]
      .filter((part) => part !== '')
      .join(' · '),
  };
}
