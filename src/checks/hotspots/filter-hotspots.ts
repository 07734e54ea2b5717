/** Which hotspots are shown: within a span of time, and of the sources, kinds and confidences that are not switched off. */
import { FACETS, type Facet, type HotspotTable } from './hotspot-table.ts';

export interface TimeRange {
  readonly fromMs: number;
  /** Not part of the range. */
  readonly endMs: number;
}

export interface HotspotFilter {
  /** Undefined shows all times, and what has none. */
  readonly range: TimeRange | undefined;
  /** Values of each facet that are switched off; the empty text is what is not stated. */
  readonly off: Readonly<Record<Facet, ReadonlySet<string>>>;
}

export interface FacetCount {
  readonly value: string;
  /** As many as are shown, or would be if this value were switched on. */
  readonly count: number;
}

export interface FilteredHotspots {
  /** 1 is shown. */
  readonly keep: Uint8Array;
  readonly shown: number;
  /** Hidden for nothing but that they have no time. */
  readonly timeless: number;
  /** 1 where the facets allow it, whatever its time: what the histogram counts. */
  readonly keepAnyTime: Uint8Array;
  /** By count downwards, then by name. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
}

/** O(hotspots). */
export function filterHotspots(table: HotspotTable, { range, off }: HotspotFilter): FilteredHotspots {
  const { count, timesMs, facets } = table;
  const allowed = FACETS.map((facet) => facets[facet].values.map((value) => !off[facet].has(value)));
  const counts = FACETS.map((facet) => new Uint32Array(facets[facet].values.length));
  const codes = FACETS.map((facet) => facets[facet].codes);
  const keep = new Uint8Array(count);
  const keepAnyTime = new Uint8Array(count);
  let shown = 0;
  let timeless = 0;
  for (let at = 0; at < count; at++) {
    const time = timesMs[at]!;
    const inTime = range === undefined || (time >= range.fromMs && time < range.endMs);
    let refusals = 0;
    let refusedBy = -1;
    for (let facet = 0; facet < FACETS.length; facet++) {
      if (allowed[facet]![codes[facet]![at]!]) continue;
      refusals++;
      refusedBy = facet;
    }
    if (refusals === 0) keepAnyTime[at] = 1;
    if (!inTime) {
      if (refusals === 0 && Number.isNaN(time)) timeless++;
      continue;
    }
    for (let facet = 0; facet < FACETS.length; facet++) {
      if (refusals === 0 || (refusals === 1 && refusedBy === facet)) counts[facet]![codes[facet]![at]!]! += 1;
    }
    if (refusals === 0) {
      keep[at] = 1;
      shown++;
    }
  }
  return { keep, shown, timeless, keepAnyTime, facets: listFacets(table, counts) };
}

function listFacets(table: HotspotTable, counts: readonly Uint32Array[]): FilteredHotspots['facets'] {
  const listed = FACETS.map((facet, place) => {
    const used = new Set(table.facets[facet].codes);
    const entries = table.facets[facet].values.flatMap((value, code) =>
      used.has(code) ? [{ value, count: counts[place]![code]! }] : [],
    );
    return [facet, entries.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const;
  });
  return Object.fromEntries(listed) as Record<Facet, FacetCount[]>;
}

/** By layer, 1 for each hotspot that is not kept; undefined where all are. O(hotspots). */
export function masksOf(table: HotspotTable, keep: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  if (!keep.includes(0)) return undefined;
  return new Map(
    table.layers.map(({ id, first, count }) => [id, keep.slice(first, first + count).map((kept) => 1 - kept)]),
  );
}
