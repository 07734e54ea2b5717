/** Readings of a monitoring station over time, as typed columns: what wind and dust were where and when. */
import type { Subject } from '../core/subject.ts';

/** Ascending in time; of equal times the order of the file. NaN is "no value". */
export interface Readings {
  /** Milliseconds since 1970. */
  readonly timesMs: Float64Array;
  /** µg/m³. */
  readonly pm10: Float64Array;
  /** Where the wind comes from: degrees clockwise from true north, [0, 360). */
  readonly windFromDegrees: Float64Array;
  /** 级, on the Beaufort scale; never converted to m/s. */
  readonly windForce: Float64Array;
}

export interface Series extends Readings {
  readonly id: string;
  /** The receptor that stands where the readings were taken. */
  readonly station: Subject;
}
