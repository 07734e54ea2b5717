/**
 * Which of some responsibility zones things lie in, for charts and rankings. A source counts for every zone
 * that has a part of it, as in `summary.byZone`; a finding about zones for those that they belong to by name,
 * else by the ground; all else for the one zone that holds its place.
 */
import { type Subject, subjectKey } from '../core/subject.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { HitList } from '../geo/spatial-index.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { PlacedFinding } from './finding-book.ts';

export interface ChartZones {
  /** Index of the first zone that holds the place, its edge included; -1 for none. Metres of the frame. O(log zones). */
  at(x: number, y: number): number;
  /** Indexes of those in a list of zones. The same list gives the same answer at once. */
  among(zones: readonly Subject[]): readonly number[];
  ofFinding(placed: PlacedFinding): readonly number[];
  /** 0 for a zone that is not there. */
  areaOf(index: number): number;
}

const NONE: readonly number[] = [];

/** Indexes are those of `subjects`; zones that are not there hold nothing. O(zones of the workspace). */
export function createChartZones(workspace: FastWorkspace, subjects: readonly Subject[]): ChartZones {
  const set = workspace.zones.responsibilityZone;
  const wanted = new Map(subjects.map((subject, index) => [subjectKey(subject), index]));
  const numberOfKey = new Map<string, number>();
  /** By the zone's number: its index, or -1. */
  const indexOf = new Int32Array(set.subjects.length).fill(-1);
  const numberAt = new Int32Array(subjects.length).fill(-1);
  for (const [number, subject] of set.subjects.entries()) {
    const key = subjectKey(subject);
    numberOfKey.set(key, number);
    const index = wanted.get(key);
    if (index === undefined) continue;
    indexOf[number] = index;
    numberAt[index] = number;
  }
  const hits = new HitList();
  const known = new WeakMap<readonly Subject[], readonly number[]>();
  const place = new Float64Array(2);

  function at(x: number, y: number): number {
    set.index.search(x, y, x, y, hits);
    let first = -1;
    for (let k = 0; k < hits.count; k++) {
      const number = hits.items[k]!;
      const index = indexOf[number]!;
      if (index < 0 || (first >= 0 && index > first)) continue;
      if (holdsPlace(set.layer, set.bands, number, x, y)) first = index;
    }
    return first;
  }

  function among(zones: readonly Subject[]): readonly number[] {
    let found = known.get(zones);
    if (!found) {
      found = zones.flatMap((zone) => wanted.get(subjectKey(zone)) ?? []).sort((a, b) => a - b);
      known.set(zones, found);
    }
    return found;
  }

  /** The zone itself or the first above it by the names in `parent`; -1 for none. */
  function aboveOf(zone: Subject): number {
    const seen = new Set<number>();
    let number = numberOfKey.get(subjectKey(zone));
    while (number !== undefined && !seen.has(number)) {
      if (indexOf[number]! >= 0) return indexOf[number]!;
      seen.add(number);
      number = set.leafFinder.parentOf(number);
    }
    return -1;
  }

  function placeOf([longitude, latitude]: readonly [number, number]): readonly number[] {
    workspace.frame.project(longitude, latitude, place, 0);
    const index = at(place[0]!, place[1]!);
    return index < 0 ? NONE : [index];
  }

  return {
    at,
    among,
    ofFinding({ finding, zones }) {
      if (finding.rule.startsWith('source-')) return among(zones);
      if (!finding.rule.startsWith('zone-')) return placeOf(finding.at);
      const above = new Set(finding.subjects.map(aboveOf).filter((index) => index >= 0));
      return above.size > 0 ? [...above].sort((a, b) => a - b) : placeOf(finding.at);
    },
    areaOf: (index) => (numberAt[index]! < 0 ? 0 : set.layer.areas[numberAt[index]!]!),
  };
}
