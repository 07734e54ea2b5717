/** A finished sheet: the map of the page is drawn in the size of its frame, then everything around it. */
import { paintSheet } from '../../../../briefing/sheets/paint-sheet.ts';
import {
  atScale,
  boundsOf,
  cameraOn,
  cornersOf,
  levelMetersPerPixel,
  type MapRoom,
  meanMetersPerPixel,
  roundScale,
} from '../../../../briefing/sheets/sheet-camera.ts';
import { layOutSheet, mapFrame, type SheetItem } from '../../../../briefing/sheets/sheet-layout.ts';
import type { SheetPage } from '../../../../briefing/sheets/sheet-pages.ts';
import { wallCamera } from '../../../../briefing/wall-camera.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import { formatCoordinates, formatDate, formatLength, formatNumber } from '../../../../i18n/format.ts';
import type { LegendEntry } from '../../../../map/legend.ts';
import type { Bounds, Camera, MapView } from '../../../../map/map-types.ts';
import type { AppServices } from '../../../app-context.tsx';
import { legendOfShown } from '../../../layers/shown-legend.ts';
import { captureShown, showScene } from '../../scene-view.ts';
import type { SheetRequest, SheetView } from './sheet-request.ts';

export interface Sheet {
  readonly page: SheetPage;
  readonly canvas: HTMLCanvasElement;
  readonly items: readonly SheetItem[];
  /** N of 1 : N; undefined for a picture. */
  readonly denominator: number | undefined;
}

const MILLIMETERS_PER_METER = 1000;
const GAP = ' · ';
/** Steps of zoom by which the map of a sheet may be smaller than on the page. */
const MOST_ZOOMED_OUT = 0.5;

/** Fails without a map, and when cancelled. What was looked at is looked at again afterwards. */
export async function makeSheet(
  services: AppServices,
  request: SheetRequest,
  signal?: AbortSignal,
): Promise<Result<Sheet>> {
  const { map } = services.view.getState();
  if (!map) return fail('picture-without-map');
  const back = captureShown(services);
  const shown = cameraOfShown(map);
  const before = map.camera();
  try {
    await show(request.view, services);
    return await draw(services, map, request, shown, signal);
  } finally {
    back();
    map.setCamera(before, { motion: false });
  }
}

async function draw(
  services: AppServices,
  map: MapView,
  request: SheetRequest,
  shown: ShownCamera,
  signal: AbortSignal | undefined,
): Promise<Result<Sheet>> {
  const { page, subtitle, withLegend } = request;
  const expected = withLegend ? legendIn(services, boundsExpected(request.view, map), map.camera().zoom) : [];
  const frame = mapFrame(page, { subtitle, legend: expected });
  const room = roomOf(frame, page);
  const camera = cameraOf(request, shown, room);
  const bounds = boundsOf(cornersOf(camera, room));
  let legend: readonly LegendEntry[] = [];
  let credit = '';
  const picture = await services.commands.takePicture(
    {
      ...room,
      pixelRatio: page.pixelsPerUnit / page.mapPixelsPerUnit,
      camera,
      theme: 'projector',
      onDrawn: () => {
        legend = withLegend ? legendIn(services, bounds, camera.zoom) : [];
        credit = map.credit();
      },
    },
    signal,
  );
  if (!picture.ok) return picture;
  const denominator = page.unit === 'mm' ? denominatorOf(camera, page) : undefined;
  const words = wordsOf(services, request, { legend, credit, denominator, corners: cornersOf(camera, room) });
  const ground = {
    metersPerUnit: levelMetersPerPixel(camera) * page.mapPixelsPerUnit,
    bearingDegrees: camera.bearing,
  };
  const items = layOutSheet(page, frame, words, ground);
  const font = getComputedStyle(document.body).fontFamily;
  const image = await createImageBitmap(picture.value);
  const canvas = paintSheet({ page, map: { image, at: frame }, items, font });
  image.close();
  return ok({ page, canvas, items, denominator });
}

async function show(view: SheetView, services: AppServices): Promise<void> {
  if (view.type === 'scene') await showScene(view.scene, services);
  if (view.type !== 'ground') return;
  services.commands.select(undefined, { zoom: false });
  services.commands.setScope(view.scope);
}

interface ShownCamera {
  readonly camera: Camera;
  /** The part that no panel covers: what the user means by "as shown". */
  readonly bounds: Bounds;
}
const cameraOfShown = (map: MapView): ShownCamera => ({ camera: map.camera(), bounds: map.freeBounds() });

const boundsExpected = (view: SheetView, map: MapView): Bounds =>
  view.type === 'ground' ? view.bounds : map.freeBounds();

function roomOf(frame: { readonly width: number; readonly height: number }, page: SheetPage): MapRoom {
  const pixels = (length: number) => Math.round(length * page.mapPixelsPerUnit);
  return { widthPixels: pixels(frame.width), heightPixels: pixels(frame.height) };
}

function cameraOf({ view, page, denominator }: SheetRequest, { camera, bounds }: ShownCamera, room: MapRoom): Camera {
  const aimed = aim(view, camera, bounds, room);
  if (page.unit !== 'mm') return aimed;
  const wanted = denominator === 'round' ? roundScale(denominatorOf(aimed, page)) : denominator;
  return atScale(aimed, wanted / MILLIMETERS_PER_METER / page.mapPixelsPerUnit);
}

function aim(view: SheetView, camera: Camera, bounds: Bounds, room: MapRoom): Camera {
  if (view.type === 'scene') return wallCamera(view.scene.camera, room.widthPixels, room.heightPixels);
  if (view.type === 'ground') return cameraOn(view.bounds, room);
  // The box around a turned map is larger than the map: near enough, and nothing is lost.
  const { center, zoom } = cameraOn(bounds, room);
  // What panels have left free may be high and narrow: on a wide sheet the map would be a stamp.
  return { ...camera, center, zoom: Math.max(zoom, camera.zoom - MOST_ZOOMED_OUT), pitch: 0 };
}

const denominatorOf = (camera: Camera, page: SheetPage) =>
  Math.round(meanMetersPerPixel(camera) * page.mapPixelsPerUnit * MILLIMETERS_PER_METER);

function legendIn({ view, workspace }: AppServices, bounds: Bounds, zoom: number): LegendEntry[] {
  const { looks, hiddenRules } = view.getState();
  const { document, stylings, drawables, check } = workspace.getState();
  const shown = { layers: document?.layers, stylings, drawables, check, looks, hiddenRules };
  const entries = legendOfShown(shown, 'projector', { bounds, zoom });
  // Where the room ends, the ground can go without saying, what was found cannot.
  return [...entries.filter(isOfFindings), ...entries.filter((entry) => !isOfFindings(entry))];
}

const isOfFindings = ({ key }: LegendEntry) => key.startsWith('map.finding.') || key.startsWith('map.group.');

interface Drawn {
  readonly legend: readonly LegendEntry[];
  readonly credit: string;
  readonly denominator: number | undefined;
  readonly corners: ReturnType<typeof cornersOf>;
}

function wordsOf(
  { words, settings, workspace }: AppServices,
  { title, subtitle, office, approvalNumber }: SheetRequest,
  { legend, credit, denominator, corners }: Drawn,
) {
  const t = words.of(settings.getState().language);
  const { check, isDemo } = workspace.getState();
  const [topLeft, , bottomRight] = corners.map(([longitude, latitude]) => formatCoordinates(longitude, latitude));
  const made = [
    office && t('sheets.office', { office }),
    check ? t('sheets.asOf', { date: formatDate(check.asOf) }) : '',
  ];
  return {
    title,
    subtitle,
    legendTitle: t('map.legend.title'),
    legendMore: (count: number) => t('slides.legendMore', { count }),
    legend: legend.map(({ key, params, swatch }) => ({ text: t(key, params), swatch })),
    left: [made.filter(Boolean).join(GAP), t('sheets.datum')],
    right: [
      credit,
      [
        approvalNumber && t('sheets.approval', { number: approvalNumber }),
        t('sheets.screening'),
        isDemo && t('sheets.demo'),
      ]
        .filter(Boolean)
        .join(GAP),
    ],
    ratio: denominator === undefined ? '' : t('sheets.ratio', { denominator: formatNumber(denominator) }),
    length: formatLength,
    corners: [topLeft!, bottomRight!] as const,
  };
}
