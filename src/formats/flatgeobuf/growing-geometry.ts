/** A GeometryColumn that grows by whole runs of coordinate bytes, without a call per position. */
import type { GeometryColumn, GeometryTypeCode } from '../../geo/geometry-column.ts';
import { GrowingArray } from '../../geo/growing-array.ts';

export class GrowingGeometry {
  private readonly type = new GrowingArray(new Uint8Array(1024));
  private readonly partStart = new GrowingArray(new Uint32Array(1024));
  private readonly ringStart = new GrowingArray(new Uint32Array(1024));
  private readonly positionStart = new GrowingArray(new Uint32Array(1024));
  private coordinates = new Float64Array(4096);
  private coordinateBytes = new Uint8Array(this.coordinates.buffer);
  private positions = 0;

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
    const larger = new Float64Array(Math.max(length, 2 * this.coordinates.length));
    larger.set(this.coordinates.subarray(0, 2 * this.positions));
    this.coordinates = larger;
    this.coordinateBytes = new Uint8Array(larger.buffer);
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
      coordinates: this.coordinates.slice(0, 2 * this.positions),
    };
  }
}
