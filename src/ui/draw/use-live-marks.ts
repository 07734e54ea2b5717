/** What lies in the draft's way and what it newly takes in, as shapes for the map: one question at a time, the newest wins. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProbeDraft, ProbeResult } from '../../checks/session-types.ts';
import type { Result } from '../../core/result.ts';
import { type Subject, subjectKey } from '../../core/subject.ts';
import { createLatestOnly } from '../../draw/latest-only.ts';
import type { OverlayTools, SharedGround } from '../../draw/overlay-tools.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import type { FeaturesByLayer } from '../store/layer-features.ts';

/** More shapes than anyone tells apart. */
const MOST_LIT = 300;
const MOST_HATCHED = 12;
type Areal = GeoJSON.Polygon | GeoJSON.MultiPolygon;

interface Question {
  readonly draft: ProbeDraft;
  readonly probe: ProbeResult;
}

export function useSharedGround(
  draft: ProbeDraft | undefined,
  probe: ProbeResult | undefined,
  features: FeaturesByLayer,
  loadTools: () => Promise<Result<OverlayTools>>,
): readonly SharedGround[] {
  const [shared, setShared] = useState<readonly SharedGround[]>([]);
  const latest = useRef({ features, loadTools });
  useEffect(() => {
    latest.current = { features, loadTools };
  });
  const asking = useMemo(
    () =>
      createLatestOnly<Question, readonly SharedGround[]>(async ({ draft: asked, probe: answered }) => {
        const others = answered.collisions.slice(0, MOST_HATCHED).flatMap(({ zone }) => {
          const shape = shapeOf(latest.current.features, zone);
          return shape ? [{ zone, shape: shape as Areal }] : [];
        });
        if (others.length === 0) return [];
        const tools = await latest.current.loadTools();
        return tools.ok ? tools.value.sharedGround(asked.geometry, others) : [];
      }, setShared),
    [],
  );
  useEffect(() => {
    if (draft && probe) asking.ask({ draft, probe });
    else {
      asking.forget();
      setShared([]);
    }
  }, [draft, probe, asking]);
  return shared;
}

export function shapeOf(features: FeaturesByLayer, { layer, feature }: Subject): GeoJSON.Geometry | undefined {
  const found = features.get(layer);
  const index = found?.indexOf(feature);
  return found && index !== undefined ? (geometryToGeoJson(found.batch.geometry, index) ?? undefined) : undefined;
}

export function litShapes(features: FeaturesByLayer, probe: ProbeResult | undefined): GeoJSON.Geometry[] {
  return (probe?.newlyCovered ?? []).slice(0, MOST_LIT).flatMap((subject) => shapeOf(features, subject) ?? []);
}

export function widthsByZone(shared: readonly SharedGround[]): ReadonlyMap<string, number> {
  return new Map(shared.map(({ zone, widthMeters }) => [subjectKey(zone), widthMeters]));
}
