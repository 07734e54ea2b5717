/**
 * The buffers of a range or an output. Both are made to be given away, so that a walk over everything
 * is right here; for the messages of the page, where much stays in use, see transfers.ts.
 */
import { invariant } from '../core/invariant.ts';

/**
 * Every buffer once, of typed arrays at any depth of plain objects and arrays. Shared memory is never
 * moved. An array that is a part of a larger buffer is a fault: moving it would take the rest along.
 */
export function ownedBuffers(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (!ArrayBuffer.isView(part)) {
      for (const inner of Object.values(part)) visit(inner);
      return;
    }
    if (!(part.buffer instanceof ArrayBuffer)) return;
    const { byteLength, buffer } = part;
    invariant(byteLength === buffer.byteLength, `an array of ${byteLength} bytes in a buffer of ${buffer.byteLength}`);
    buffers.add(buffer);
  };
  visit(value);
  return [...buffers];
}
