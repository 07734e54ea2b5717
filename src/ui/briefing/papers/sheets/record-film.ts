/** Pictures as a WebM film, by the browser's own recorder: it takes as long as the film, after the pictures are drawn. */
import { fail, ok, type Result } from '../../../../core/result.ts';

const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];
const BITS_PER_SECOND = 6_000_000;
/** The recorder samples what changed: a still picture is drawn again and again. */
const REDRAW_MS = 100;

/** Fails where the browser cannot record, and when cancelled. */
export async function recordFilm(
  frames: readonly HTMLCanvasElement[],
  frameMs: number,
  signal: AbortSignal,
): Promise<Result<Blob>> {
  const type =
    typeof MediaRecorder === 'undefined' ? undefined : TYPES.find((each) => MediaRecorder.isTypeSupported(each));
  const [first] = frames;
  if (type === undefined || !first) return fail('sheets-no-recorder');
  const canvas = document.createElement('canvas');
  canvas.width = first.width;
  canvas.height = first.height;
  const pen = canvas.getContext('2d');
  if (!pen) return fail('sheets-no-recorder');
  pen.drawImage(first, 0, 0);
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: type, videoBitsPerSecond: BITS_PER_SECOND });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
  recorder.start();
  for (const frame of frames) {
    for (let shown = 0; shown < frameMs && !signal.aborted; shown += REDRAW_MS) {
      pen.drawImage(frame, 0, 0);
      await new Promise((resolve) => setTimeout(resolve, REDRAW_MS));
    }
  }
  recorder.stop();
  await stopped;
  return signal.aborted ? fail('engine.cancelled') : ok(new Blob(pieces, { type: 'video/webm' }));
}
