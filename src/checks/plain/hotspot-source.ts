/**
 * hotspot-source: the dust sources that may have caused a hotspot, by strength, angle to the wind and distance.
 * All sources within reach are scored. A screening, not a dispersion model.
 */
import type { Subject } from '../../core/subject.ts';
import { checkpoint } from '../../core/task.ts';
import type { Frame } from '../../geo/laea.ts';
import type { Candidate } from '../../model/findings.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { isCalm, type Wind } from '../../rules/wind.ts';
import { type FeatureRef, subjectOf } from '../check-input.ts';
import { draftHotspotSource, hotspotTimeMs, strengthOf } from '../draft-hotspot-source.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { isBelow } from '../size-limits.ts';
import { createWindField, type StationPlace } from '../wind-field.ts';
import { pointInside } from './assess-sources.ts';
import { extentOf } from './coverage.ts';
import { headingDegrees } from './ellipsoid-measures.ts';
import { createShapeIndex, distanceBetween, positionsOf, widenBox } from './nearest.ts';
import type { PlainShape } from './plain-shape.ts';
import type { PlainHotspot, PlainWorkspace } from './plain-workspace.ts';

export async function checkHotspotSource(workspace: PlainWorkspace): Promise<RuleOutcome> {
  const index = createShapeIndex(workspace.sources);
  const windField = createWindField(workspace.input.document.series ?? [], (subject) =>
    findStation(subject, workspace),
  );
  const findings: FindingDraft[] = [];
  for (const hotspot of workspace.hotspots) {
    await checkpoint(workspace.task);
    const { ref } = hotspot.place;
    const wind = windField.at(...middleOf(hotspot.place, workspace.frame).meters, hotspotTimeMs(ref));
    const reach = widenBox(hotspot.place.box, workspace.input.thresholds.hotspotSourceReachMeters);
    const rated = rankCandidates(hotspot, index.search(reach), wind, workspace);
    if (rated.length === 0) continue;
    const candidates = rated.map(({ source, ...candidate }) => ({ subject: subjectOf(source), ...candidate }));
    const at = pointInside(hotspot.shape.geometry);
    const best = rated[0]!.source;
    findings.push(draftHotspotSource({ ref, at, candidates, best, wind }, workspace.input.thresholds));
  }
  return { ...emptyOutcome('hotspot-source'), findings, notes: windField.notes };
}

interface RatedSource extends Omit<Candidate, 'subject'> {
  readonly source: FeatureRef;
}

/** The best of the sources given, in the order of their scores; equal ones keep theirs. */
function rankCandidates(
  { place }: PlainHotspot,
  sources: readonly PlainShape[],
  wind: Wind | undefined,
  { input, frame }: Pick<PlainWorkspace, 'input' | 'frame'>,
): RatedSource[] {
  const { hotspotSourceReachMeters, upwindSectorDegrees, maxHotspotCandidates } = input.thresholds;
  const from = middleOf(place, frame).degrees;
  const rate = (source: PlainShape): RatedSource | undefined => {
    const bearingDegrees = (headingDegrees(from, middleOf(source, frame).degrees) + 360) % 360;
    const angle = wind && !isCalm(wind) ? angleBetween(bearingDegrees, wind.fromDegrees) : 0;
    const isUpwind = angle <= upwindSectorDegrees;
    // What the hotspot touches counts whatever the wind: only near sources need the distance to be told.
    if (!isUpwind && !mayTouch(place, source)) return undefined;
    const distanceMeters = distanceBetween(place, source);
    if (isBelow(hotspotSourceReachMeters, distanceMeters) || (distanceMeters > 0 && !isUpwind)) return undefined;
    const cosine = distanceMeters > 0 ? Math.cos((angle * Math.PI) / 180) : 1;
    const decay = (10 / Math.max(10, distanceMeters)) ** 1.5;
    const score = strengthOf(source.ref, extentOf(source).areaSquareMeters) * cosine ** 2 * decay;
    return { source: source.ref, score, distanceMeters, bearingDegrees };
  };
  const rated = sources.map(rate).filter((candidate) => candidate !== undefined);
  return rated.sort((a, b) => b.score - a.score).slice(0, Math.floor(maxHotspotCandidates));
}

function angleBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}

function mayTouch({ box: a }: PlainShape, { box }: PlainShape): boolean {
  const b = widenBox(box, 1);
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The middle of a shape's box in the frame. */
function middleOf(
  { geometry }: PlainShape,
  frame: Frame,
): { readonly meters: [x: number, y: number]; readonly degrees: GeoJSON.Position } {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [longitude, latitude] of positionsOf(geometry)) {
    const point: [number, number] = [0, 0];
    frame.project(longitude!, latitude!, point, 0);
    xs.push(point[0]);
    ys.push(point[1]);
  }
  const meters: [number, number] = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  return { meters, degrees: frame.unproject(...meters) satisfies LonLat };
}

function findStation(subject: Subject, workspace: PlainWorkspace): StationPlace | undefined {
  const layer = workspace.input.layers.find(({ id }) => id === subject.layer);
  const shapes = layer ? workspace.shapesOfKind(layer.kind) : [];
  const station = shapes.find(
    ({ ref }) => ref.layer.id === subject.layer && subjectOf(ref).feature === subject.feature,
  );
  if (!station) return undefined;
  const [x, y] = middleOf(station, workspace.frame).meters;
  return { ref: station.ref, x, y };
}
