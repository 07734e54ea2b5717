/**
 * Which buffers of a message change hands instead of being copied. Named per job and not collected by
 * a walk over everything: the document of `open` stays in use on the worker's side and must be copied.
 */
import type { LayerSizes } from '../checks/sizes-of.ts';
import type { StreetAnswer } from '../checks/street-of.ts';
import { arraysOf, type Drawable } from '../geo/drawable.ts';
import type { MadeSlips } from '../reports/slips/make-slips.ts';
import type { FromWorker, JobName, ToWorker } from './protocol.ts';

/** Buffers of a message to the worker: the bytes of the files that it shall read. The sender loses them. */
export function transfersToWorker(message: ToWorker): ArrayBuffer[] {
  if (message.type !== 'run' || (message.job !== 'open' && message.job !== 'openImport')) return [];
  const { files } = message.input;
  return 'address' in files ? [] : unique(files.map((file) => file.bytes.buffer));
}

/** Buffers of a message from the worker: what was made for the page alone. */
export function transfersFromWorker(message: FromWorker, job: JobName): ArrayBuffer[] {
  if (message.type === 'drawn') return buffersOfDrawables({ [message.layer]: message.drawable });
  if (message.type === 'findings') return unique([message.part.numbers.buffer, message.part.starts.buffer]);
  if (message.type !== 'done') return [];
  if (job === 'apply') return buffersOfDrawables((message.output as { drawables: Record<string, Drawable> }).drawables);
  if (job === 'writeFeatures' || job === 'keepMonth')
    return unique([(message.output as { bytes: Uint8Array }).bytes.buffer]);
  if (job === 'streetsOf') return unique([(message.output as StreetAnswer).codes.buffer]);
  if (job === 'writeSlips') return unique([(message.output as MadeSlips).bytes.buffer]);
  if (job === 'sizesOf') {
    const { areasSquareMeters, lengthsMeters } = message.output as LayerSizes;
    return unique([areasSquareMeters.buffer, lengthsMeters.buffer]);
  }
  if (job === 'save' || job === 'writeTables' || job === 'writeSlides')
    return unique([(message.output as Uint8Array<ArrayBuffer>).buffer]);
  return [];
}

function buffersOfDrawables(drawables: Readonly<Record<string, Drawable>>): ArrayBuffer[] {
  return unique(Object.values(drawables).flatMap((drawable) => arraysOf(drawable).map(({ buffer }) => buffer)));
}

/** Several views may share a buffer; a list with one buffer twice is refused by postMessage. Shared memory is never moved. */
function unique(buffers: readonly ArrayBufferLike[]): ArrayBuffer[] {
  return [...new Set(buffers)].filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
}
