/** What the section's buttons do: a preview, a picture, a PDF, an atlas by street, the print dialog, an animation. */
import { ok, type Result } from '../../../../core/result.ts';
import { listStreets } from '../../../../reports/zone-path.ts';
import type { AppServices } from '../../../app-context.tsx';
import type { RunningTask } from '../../../running-work.ts';
import { makeSheet } from './make-sheet.ts';
import { blobOf, pdfPageOf } from './sheet-files.ts';
import type { SheetRequest } from './sheet-request.ts';
import { drawTimeFrames } from './time-frames.ts';

type PdfPages = Awaited<ReturnType<typeof pdfPageOf>>[];
const FRAME_MS = 700;
/** Around a street, of its own width. */
const STREET_MARGIN = 0.04;

export async function pictureFile(
  services: AppServices,
  request: SheetRequest,
  { signal }: RunningTask,
): Promise<Result<Blob>> {
  const sheet = await makeSheet(services, request, signal);
  return sheet.ok ? ok(await blobOf(sheet.value.canvas, 'image/png')) : sheet;
}

export async function sheetPages(
  services: AppServices,
  request: SheetRequest,
  { signal }: RunningTask,
): Promise<Result<PdfPages>> {
  const sheet = await makeSheet(services, request, signal);
  return sheet.ok ? ok([await pdfPageOf(sheet.value)]) : sheet;
}

/** The sheet as asked for, then one for each street, each at the largest round scale that shows it. */
export async function atlasPages(
  services: AppServices,
  request: SheetRequest,
  task: RunningTask,
): Promise<Result<PdfPages>> {
  const streets = streetsOf(services);
  const total = streets.length + 1;
  task.onProgress({ stage: 'pictures', done: 0, total, detail: request.title });
  const overview = await sheetPages(services, request, task);
  if (!overview.ok) return overview;
  const pages = overview.value;
  for (const [index, { name, bounds, zone }] of streets.entries()) {
    task.onProgress({ stage: 'pictures', done: index + 1, total, detail: name });
    const view = { type: 'ground', bounds, scope: { type: 'zone', zone } } as const;
    const made = await sheetPages(services, { ...request, view, subtitle: name, denominator: 'round' }, task);
    if (!made.ok) return made;
    pages.push(...made.value);
  }
  return ok(pages);
}

/** By the boxes that the map draws with. */
function streetsOf({ workspace }: AppServices) {
  const { document, features, drawables } = workspace.getState();
  return (document ? listStreets(document) : []).flatMap(({ subject, name }) => {
    const index = features.get(subject.layer)?.indexOf(subject.feature);
    const boxes = drawables[subject.layer]?.boxes;
    if (index === undefined || !boxes) return [];
    const [west = 0, south = 0, east = 0, north = 0] = boxes.subarray(4 * index, 4 * index + 4);
    const [dx, dy] = [(east - west) * STREET_MARGIN, (north - south) * STREET_MARGIN];
    return [{ name, zone: subject, bounds: [west - dx, south - dy, east + dx, north + dy] as const }];
  });
}

export const countStreets = (services: AppServices): number => streetsOf(services).length;

export async function gifFile(services: AppServices, request: SheetRequest, task: RunningTask): Promise<Result<Blob>> {
  const { createAnimatedGif } = await import('../../../../reports/sheets/animated-gif.ts');
  const gif = createAnimatedGif();
  const drawn = await drawTimeFrames(services, request, task, (canvas) => {
    const { width: widthPixels, height: heightPixels } = canvas;
    const rgba = canvas.getContext('2d')?.getImageData(0, 0, widthPixels, heightPixels).data;
    if (rgba) gif.add({ rgba, widthPixels, heightPixels, durationMs: FRAME_MS });
  });
  return drawn.ok ? ok(new Blob([gif.finish()], { type: 'image/gif' })) : drawn;
}
