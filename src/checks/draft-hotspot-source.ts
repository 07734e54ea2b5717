/**
 * The finding that sources may have caused a hotspot, from the candidates found. Shared by both engines;
 * measures nothing itself. Every sentence says that this is a screening.
 */

import { numberAt } from '../model/feature-batch.ts';
import type { Candidate } from '../model/findings.ts';
import { instantOf } from '../model/instant.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import { isCalm } from '../rules/wind.ts';
import { type FeatureRef, field, nameOf, ownerOf, sourceClassOf, subjectOf } from './check-input.ts';
import type { FindingDraft } from './rule.ts';
import { hotspotSourceSeverity, sourceStrength } from './severity.ts';
import type { StationWind } from './wind-field.ts';

export interface MeasuredHotspotSource {
  readonly ref: FeatureRef;
  readonly at: LonLat;
  /** Best first; at least one. Bearings go from the hotspot's middle to the source's. */
  readonly candidates: readonly Candidate[];
  /** The first of them. */
  readonly best: FeatureRef;
  readonly wind: StationWind | undefined;
}

/** One list for all, since hotspots count for no zone. */
export const NO_ZONES: FindingDraft['zones'] = [];

/** There may be fifty thousand of these: written out, since spreading objects costs more than the searching. */
export function draftHotspotSource(measured: MeasuredHotspotSource, thresholds: Thresholds): FindingDraft {
  const { ref, at, candidates, best, wind } = measured;
  const { score, distanceMeters, bearingDegrees } = candidates[0]!;
  const how = wind === undefined ? 'windless' : isCalm(wind) ? 'calm' : 'upwind';
  const [sourceKind, sourceName, sourceOwner] = [best.layer.kind, nameOf(best), ownerOf(best) ?? null];
  return {
    subjects: [subjectOf(ref)],
    at,
    severity: hotspotSourceSeverity(field(ref, 'confidence'), score),
    measures: { distanceMeters },
    candidates,
    explain: {
      code: `hotspot-source.${distanceMeters === 0 ? 'on' : how}`,
      params: {
        name: nameOf(ref),
        count: candidates.length,
        sourceKind,
        sourceName,
        sourceOwner,
        distanceMeters,
        bearingDegrees,
        reachMeters: thresholds.hotspotSourceReachMeters,
        sectorDegrees: thresholds.upwindSectorDegrees,
        stationName: wind ? nameOf(wind.station) : null,
        windTime: wind?.time ?? null,
        windForce: wind?.force ?? null,
        windBearingDegrees: wind && how === 'upwind' ? wind.fromDegrees : null,
      },
    },
    suggestion: { code: 'hotspot-source.visit', params: { sourceKind, sourceName, sourceOwner } },
    zones: NO_ZONES,
  };
}

/** When the hotspot was seen; NaN where it does not say. */
export function hotspotTimeMs(hotspot: FeatureRef): number {
  return instantOf(field(hotspot, 'time') ?? '');
}

/** By class and area: that of its outline, else the ledger's. */
export function strengthOf(source: FeatureRef, outlinedAreaSquareMeters: number | undefined): number {
  const { layer, index } = source;
  return sourceStrength(
    sourceClassOf(source),
    outlinedAreaSquareMeters ?? numberAt(layer.batch, 'areaSquareMeters', index),
  );
}
