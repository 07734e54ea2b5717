/**
 * One finding measured again with Turf: its subjects and what lies around them, nothing else, so that
 * it costs the same in a large workspace. Which zones are leaves is taken from the fast engine.
 */
import { bbox, bboxPolygon, booleanPointInPolygon } from '@turf/turf';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { Frame } from '../../geo/laea.ts';
import type { PackedLayer } from '../../geo/packed-layer.ts';
import type { Finding, Measures } from '../../model/findings.ts';
import { type LayerKind, ZONE_KINDS, type ZoneKind } from '../../model/kinds.ts';
import type { MeasuredStretch } from '../draft-stretch.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { findFeature } from '../finding-shapes.ts';
import { placeHotspot } from '../hotspot-places.ts';
import { isQualifyingRoute } from '../qualifying-route.ts';
import { NEAREST_ZONE_REACH_METERS } from '../source-measures.ts';
import { type Clipper, createClipper, projectPolygons } from './clip.ts';
import { coveredFraction, extentOf } from './coverage.ts';
import { type Areal, areaSquareMeters, distanceMeters, polygonsIn } from './ellipsoid-measures.ts';
import { greatestWidth } from './greatest-width.ts';
import { createNearestIndex, distanceBetween, widenBox } from './nearest.ts';
import { type Box, type PlainShape, shapeOf } from './plain-shape.ts';
import type { PlainZone } from './plain-workspace.ts';
import { createUnsweptFinder } from './road-unswept.ts';
import { sharedStretches } from './route-overlap.ts';

/** The same measures as the finding has; fails where neither Turf nor GEOS could clip, or nothing is there to measure. */
export async function measureWithTurf(finding: Finding, workspace: FastWorkspace): Promise<Result<Measures>> {
  const clipper = createClipper(await workspace.geos(), workspace.frame);
  switch (finding.rule) {
    case 'source-unassigned':
      return measureCoverage(finding, workspace, clipper, 'responsibilityZone');
    case 'source-unpatrolled':
      return measureCoverage(finding, workspace, clipper, 'patrolZone');
    case 'source-unswept':
      return measureSweeping(finding, workspace);
    case 'source-uncontrolled': {
      const [source] = subjectsOf(finding, workspace);
      return source ? ok(extentOf(source)) : missing(finding);
    }
    case 'zone-overlap':
      return measureOverlap(finding, workspace, clipper);
    case 'zone-escape':
      return measureEscape(finding, workspace, clipper);
    case 'zone-gap':
      return measureGap(finding, workspace, clipper);
    case 'zone-ownerless': {
      const [zone] = subjectsOf(finding, workspace);
      return zone ? ok({ areaSquareMeters: areaSquareMeters(zone.geometry as Areal) }) : missing(finding);
    }
    case 'road-unswept':
      return measureUnsweptRoad(finding, workspace);
    case 'route-overlap': {
      const [a, b] = subjectsOf(finding, workspace);
      return a && b ? measureStretchAt(finding, sharedStretches(a, b, workspace)) : missing(finding);
    }
    case 'hotspot-unattended':
      return measureHotspot(finding, workspace);
    case 'hotspot-source':
      return measureBestCandidate(finding, workspace);
    default:
      return fail('turf-rule-unknown', { rule: finding.rule });
  }
}

const missing = (finding: Finding) => fail('finding-without-subject', { rule: finding.rule });

function measureCoverage(
  finding: Finding,
  workspace: FastWorkspace,
  clipper: Clipper,
  kind: ZoneKind,
): Result<Measures> {
  const [source] = subjectsOf(finding, workspace);
  if (!source) return missing(finding);
  const covered = coveredFraction(source, leavesAround(workspace, kind, source.box, 0), clipper);
  if (!covered.ok) return covered;
  const extent = extentOf(source);
  const measures: Measures = { ...extent, coveredFraction: covered.value };
  if (extent.areaSquareMeters !== undefined) {
    measures.uncoveredAreaSquareMeters = extent.areaSquareMeters * (1 - covered.value);
  }
  const leaves = leavesAround(workspace, kind, source.box, NEAREST_ZONE_REACH_METERS);
  const nearest = createNearestIndex(leaves).find(source, NEAREST_ZONE_REACH_METERS);
  if (nearest) measures.distanceMeters = nearest.distanceMeters;
  return ok(measures);
}

function measureSweeping(finding: Finding, workspace: FastWorkspace): Result<Measures> {
  const [source] = subjectsOf(finding, workspace);
  if (!source) return missing(finding);
  const measures: Measures = extentOf(source);
  const ours = finding.measures.distanceMeters;
  if (ours === undefined) return ok(measures);
  const routes = shapesAround(workspace, 'sweepingRoute', source.box, 1.01 * ours + 1);
  const qualifying = routes.filter(({ ref }) => isQualifyingRoute(ref, workspace.input.thresholds));
  const nearest = createNearestIndex(qualifying).find(source, 1.01 * ours + 1);
  if (nearest) measures.distanceMeters = nearest.distanceMeters;
  return ok(measures);
}

function measureOverlap(finding: Finding, workspace: FastWorkspace, clipper: Clipper): Result<Measures> {
  const [a, b] = subjectsOf(finding, workspace) as PlainZone[];
  if (!a || !b) return missing(finding);
  const shared = clipper.intersection(a.geometry, b.geometry);
  return shared.ok ? ok(measureGround(shared.value, workspace.frame)) : shared;
}

function measureEscape(finding: Finding, workspace: FastWorkspace, clipper: Clipper): Result<Measures> {
  const [zone, parent] = subjectsOf(finding, workspace) as PlainZone[];
  if (!zone || !parent) return missing(finding);
  const outside = clipper.difference(zone.geometry, [parent.geometry]);
  return outside.ok ? ok(measureGround(outside.value, workspace.frame)) : outside;
}

/** In the box of our piece and a little around it: what boundary and zones leave there, and of that the piece at our point. */
function measureGap(finding: Finding, workspace: FastWorkspace, clipper: Clipper): Result<Measures> {
  const piece = finding.geometry as Areal | undefined;
  const kind = finding.explain.params.kind as ZoneKind;
  if (!piece || !ZONE_KINDS.includes(kind)) return missing(finding);
  const box = widenBox(bbox(piece) as Box, 10);
  const boundary = clipper.union(shapesAround(workspace, 'boundary', box, 0).map((shape) => shape.geometry as Areal));
  if (!boundary.ok) return boundary;
  const window = bboxPolygon(box).geometry;
  const ground = boundary.value ? clipper.intersection(window, boundary.value) : ok(window);
  if (!ground.ok) return ground;
  const leaves = leavesAround(workspace, kind, box, 0).map((zone) => zone.geometry);
  const rest = ground.value ? clipper.difference(ground.value, leaves) : ok(null);
  if (!rest.ok) return rest;
  const same = polygonsIn(rest.value).find((polygon) => booleanPointInPolygon([...finding.at], polygon));
  return ok(measureGround(same ?? null, workspace.frame));
}

function measureGround(shared: Areal | null, frame: Frame): Measures {
  if (shared === null) return { areaSquareMeters: 0, widthMeters: 0 };
  return { areaSquareMeters: areaSquareMeters(shared), widthMeters: greatestWidth(shared, frame).widthMeters };
}

/** Of the stretches that Turf finds on the road, the one around the same middle. */
function measureUnsweptRoad(finding: Finding, workspace: FastWorkspace): Result<Measures> {
  const [road] = subjectsOf(finding, workspace);
  if (!road) return missing(finding);
  const { routeMatchMeters } = workspace.input.thresholds;
  const routes = shapesAround(workspace, 'sweepingRoute', road.box, routeMatchMeters).filter(({ ref }) =>
    isQualifyingRoute(ref, workspace.input.thresholds),
  );
  return measureStretchAt(finding, createUnsweptFinder(routes, workspace)(road));
}

/** Half a metre is far more than two engines' middles of one stretch lie apart. */
const SAME_MIDDLE_METERS = 0.5;

function measureStretchAt({ at }: Finding, stretches: readonly MeasuredStretch[]): Result<Measures> {
  const same = stretches.find((stretch) => distanceMeters([...stretch.at], [...at]) < SAME_MIDDLE_METERS);
  return ok({ lengthMeters: same?.lengthMeters ?? 0 });
}

function measureHotspot(finding: Finding, workspace: FastWorkspace): Result<Measures> {
  const [hotspot] = subjectsOf(finding, workspace);
  if (!hotspot) return missing(finding);
  const zones = ZONE_KINDS.flatMap((kind) => leavesAround(workspace, kind, hotspot.box, NEAREST_ZONE_REACH_METERS));
  const nearest = createNearestIndex(zones).find(hotspot, NEAREST_ZONE_REACH_METERS);
  return ok(nearest ? { distanceMeters: nearest.distanceMeters } : {});
}

/** How far the candidate is that we rank first; whether Turf would rank it first too is for the whole engines to compare. */
function measureBestCandidate(finding: Finding, workspace: FastWorkspace): Result<Measures> {
  const [first] = finding.candidates ?? [];
  const [hotspot] = finding.subjects;
  const place = hotspot && findFeature(workspace, hotspot);
  const [source] = first ? shapesOfSubjects([first.subject], workspace) : [];
  if (!place || !source) return missing(finding);
  const ref = place.prepared.ref(place.index);
  const shape = shapeOf(ref, placeHotspot(place.prepared.packed, place.index, ref), 0, workspace.frame);
  return shape ? ok({ distanceMeters: distanceBetween(shape, source) }) : missing(finding);
}

function subjectsOf(finding: Finding, workspace: FastWorkspace): PlainShape[] {
  return shapesOfSubjects(finding.subjects, workspace);
}

function shapesOfSubjects(subjects: readonly Subject[], workspace: FastWorkspace): PlainShape[] {
  return subjects.flatMap((subject) => {
    const found = findFeature(workspace, subject);
    if (!found) return [];
    const { prepared, index } = found;
    return shapeOf(prepared.ref(index), prepared.packed, index, workspace.frame) ?? [];
  });
}

function leavesAround({ zones, frame }: FastWorkspace, kind: ZoneKind, box: Box, meters: number): PlainZone[] {
  const { layer, refs, isLeaf } = zones[kind];
  const isNear = nearBox(layer, box, meters, frame);
  return Array.from({ length: layer.count }, (_, zone) => zone)
    .filter((zone) => isLeaf[zone] === 1 && isNear(zone))
    .map((zone) => shapeOf(refs[zone]!, layer, zone, frame) as PlainZone | undefined)
    .filter((zone) => zone !== undefined);
}

function shapesAround(workspace: FastWorkspace, kind: LayerKind, box: Box, meters: number): PlainShape[] {
  const { frame } = workspace;
  return workspace.layersOfKind(kind).flatMap(({ ref, packed }) =>
    Array.from({ length: packed.count }, (_, index) => index)
      .filter(nearBox(packed, box, meters, frame))
      .map((index) => shapeOf(ref(index), packed, index, frame))
      .filter((shape) => shape !== undefined),
  );
}

/** Whether a feature's box in metres comes so near to a box in degrees; somewhat more at its corners. */
function nearBox({ boxes }: PackedLayer, box: Box, meters: number, frame: Frame): (feature: number) => boolean {
  const [ring] = projectPolygons(bboxPolygon(widenBox(box, meters + 1)).geometry, frame)[0]!;
  const xs = ring!.filter((_, i) => i % 2 === 0);
  const ys = ring!.filter((_, i) => i % 2 === 1);
  const [minX, minY, maxX, maxY] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return (feature) =>
    boxes[4 * feature]! <= maxX &&
    boxes[4 * feature + 1]! <= maxY &&
    boxes[4 * feature + 2]! >= minX &&
    boxes[4 * feature + 3]! >= minY;
}
