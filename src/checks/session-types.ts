/** What a checking session answers; the same in the terminal, in a worker and inline. */
import type { Problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { Measures } from '../model/findings.ts';
import type { LayerKind, SourceKind } from '../model/kinds.ts';

export interface ProbeDraft {
  /** The zone being drawn or changed; its id, if it exists, is left out of the comparison. */
  readonly layer: string;
  /** Where that layer is still to be made. */
  readonly kind?: LayerKind;
  readonly feature?: string;
  readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  readonly owner?: string;
  readonly level?: string;
  readonly duty?: string;
}

/** What there is to do in a zone. */
export interface Workload {
  sources: number;
  areaSquareMeters: number;
  roadMeters: number;
}

export interface ZoneWorkload extends Workload {
  zone: Subject;
  /** Its box meets the draft's. */
  isNear: boolean;
}

export interface ProbeResult {
  areaSquareMeters: number;
  perimeterMeters: number;
  /** Length of road inside; along the border counts. */
  roadMeters: number;
  /** Sources at least partly inside, by kind. */
  sourcesInside: { [kind in SourceKind]?: number };
  /** Of those, what the kinds for which it can be estimated emit in a year, low to high: whole sources. */
  pm10Tonnes: { [kind in SourceKind]?: [low: number, high: number] };
  /** Bare soil inside that is neither netted nor greened nor hardened. */
  untreatedSoil: number;
  /** Sources whose open finding this zone would settle. */
  newlyCovered: Subject[];
  /** Sources in or near it that no leaf zone would cover even then: the first of them by number, and how many there are. */
  stillUncovered: Subject[];
  stillUncoveredCount: number;
  collisions: { zone: Subject; owner?: string; areaSquareMeters: number }[];
  /** The zones of its level and duty that share the work. */
  beside: ZoneWorkload[];
}

/** What there is to do in a draft. */
export function workloadIn({ sourcesInside, areaSquareMeters, roadMeters }: ProbeResult): Workload {
  const sources = Object.values(sourcesInside).reduce((sum, count) => sum + count, 0);
  return { sources, areaSquareMeters, roadMeters };
}

/** A finding measured again with Turf, beside our own measures. */
export interface SecondOpinion {
  finding: string;
  ours: Measures;
  turf: Measures;
  /** `equal`: within the stated accuracy; `near`: a threshold lies within it; `different`; `failed`: Turf gave up. */
  verdict: 'equal' | 'near' | 'different' | 'failed';
  /** Relative accuracy of the sphere that Turf measures on, at this place. */
  toleranceFraction: number;
  problem?: Problem;
}

export interface EngineComparison {
  fast: number;
  turf: number;
  /** Finding ids that only one engine has, and those that both have with measures further apart than Turf's accuracy. */
  onlyFast: string[];
  onlyTurf: string[];
  near: string[];
  different: string[];
}
