/**
 * A GeometryColumn that grows by whole runs of coordinate bytes, without a call per position. How much of the
 * file is read tells how much room the rest will take: doubling would hold a large layer three times.
 */
import type { GeometryColumn, GeometryTypeCode } from '../../geo/geometry-column.ts';
import { GrowingArray } from '../../geo/growing-array.ts';

/** Of the file; less of it says little of the rest. */
const ENOUGH_TO_ESTIMATE = 0.02;
const SPARE = 1.02;
/** Unused room behind an array that is not worth a copy without it. */
const MOST_UNUSED = 1 / 16;

export interface ReadProgress {
  /** Of the features' bytes, how much has been read: 0 to 1. */
  fraction(): number;
  bytesLeft(): number;
}

export class GrowingGeometry {
  private readonly type = new GrowingArray(new Uint8Array(1024));
  private readonly partStart = new GrowingArray(new Uint32Array(1024));
  private readonly ringStart = new GrowingArray(new Uint32Array(1024));
  private readonly positionStart = new GrowingArray(new Uint32Array(1024));
  private coordinates = new Float64Array(4096);
  private coordinateBytes = new Uint8Array(this.coordinates.buffer);
  private positions = 0;
  private readonly progress: ReadProgress;

  constructor(progress: ReadProgress) {
    this.progress = progress;
  }

  beginFeature(type: GeometryTypeCode): void {
    this.type.push(type);
    this.partStart.push(this.ringStart.length);
  }

  beginPart(): void {
    this.ringStart.push(this.positionStart.length);
  }

  /** A ring of `count` positions whose little-endian x, y pairs lie at `source[start…]`, aligned or not. */
  addRing(source: Uint8Array, start: number, count: number): void {
    this.positionStart.push(this.positions);
    this.require(2 * (this.positions + count));
    this.coordinateBytes.set(source.subarray(start, start + 16 * count), 16 * this.positions);
    this.positions += count;
  }

  private require(length: number): void {
    if (length <= this.coordinates.length) return;
    const larger = new Float64Array(Math.max(length, this.estimate(length)));
    larger.set(this.coordinates.subarray(0, 2 * this.positions));
    this.coordinates = larger;
    this.coordinateBytes = new Uint8Array(larger.buffer);
  }

  /** What all of the file will need, if the rest is like what was read; never more than the rest can hold. */
  private estimate(length: number): number {
    const fraction = this.progress.fraction();
    if (fraction < ENOUGH_TO_ESTIMATE) return 2 * this.coordinates.length;
    const most = length + this.progress.bytesLeft() / Float64Array.BYTES_PER_ELEMENT;
    return Math.ceil(Math.min(most, (SPARE * length) / fraction));
  }

  finish(): GeometryColumn {
    this.partStart.push(this.ringStart.length);
    this.ringStart.push(this.positionStart.length);
    this.positionStart.push(this.positions);
    return {
      count: this.type.length,
      type: this.type.finish(),
      partStart: this.partStart.finish(),
      ringStart: this.ringStart.finish(),
      positionStart: this.positionStart.finish(),
      coordinates: trim(this.coordinates, 2 * this.positions),
    };
  }
}

function trim(values: Float64Array, length: number): Float64Array {
  return values.length - length <= MOST_UNUSED * values.length ? values.subarray(0, length) : values.slice(0, length);
}
