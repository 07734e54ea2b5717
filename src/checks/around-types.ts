/** What is asked of a place: what lies upwind of it, what lies around it. Plain data, as the engine's worker answers it. */
import type { Subject } from '../core/subject.ts';
import type { SourceKind, ZoneKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';

export interface UpwindQuestion {
  /** Where the wind comes from, clockwise from true north. */
  readonly fromDegrees: number;
  /** To either side of it. */
  readonly sectorDegrees: number;
  readonly reachMeters: number;
  /** Hotspots and the like beside the monitoring stations, which are always asked. */
  readonly subjects: readonly Subject[];
  /** Smaller sources are left out, also those whose area nobody knows; 0 takes all. */
  readonly minAreaSquareMeters: number;
  /** Only bare soil that is neither netted nor greened nor hardened. */
  readonly onlyOpenSoil: boolean;
  /** Of each place at most so many sources are named, best first. */
  readonly most: number;
}

export interface UpwindSource {
  readonly subject: Subject;
  readonly kind: SourceKind;
  /** The middle of its box. */
  readonly at: LonLat;
  /** As in hotspot-source: a screening, not a dispersion model. */
  readonly score: number;
  readonly distanceMeters: number;
  readonly bearingDegrees: number;
  /** As measured, else as the ledger states it; undefined where neither is. */
  readonly areaSquareMeters: number | undefined;
}

export interface UpwindPlace {
  readonly subject: Subject;
  readonly at: LonLat;
  readonly sector: GeoJSON.Polygon;
  /** Of the sector: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  readonly sources: readonly UpwindSource[];
  /** Of all, named or not. */
  readonly count: number;
  readonly areaSquareMeters: number;
}

export interface Neighbour {
  readonly subject: Subject;
  readonly distanceMeters: number;
  /** Seen from the middle of the source to the middle of the other. */
  readonly bearingDegrees: number;
}

export interface ZoneShare {
  readonly subject: Subject;
  /** Of the source's area or length; 1 for a point inside. */
  readonly fraction: number;
}

export interface SurroundingsQuestion {
  readonly subject: Subject;
  /** For hotspots. */
  readonly radiusMeters: number;
}

export interface Surroundings {
  /** Undefined for points. */
  readonly areaSquareMeters: number | undefined;
  /** By kind of zone: what leaf zones cover together, NaN where there is no ground, and every zone with a part of it, largest first. */
  readonly coverage: Readonly<Record<ZoneKind, { readonly fraction: number; readonly zones: readonly ZoneShare[] }>>;
  /** The nearest within 1 km, whether they qualify or not. */
  readonly routes: readonly (Neighbour & { readonly qualifies: boolean })[];
  readonly hotspots: {
    readonly count: number;
    /** The one seen last, of those with a time. */
    readonly newest: Neighbour | undefined;
    /** The nearest. */
    readonly nearest: readonly Neighbour[];
  };
  /** The nearest within 4 km: what HJ 664-2013 lets an urban station stand for at most. */
  readonly receptors: readonly Neighbour[];
}
