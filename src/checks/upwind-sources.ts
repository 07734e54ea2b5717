/**
 * The dust sources upwind of every monitoring station, and of whatever else is asked, for a wind that
 * somebody sets. Ranked as hotspot-source ranks: strength · cos² · distance decay. A screening, not a
 * dispersion model.
 */
import { type Subject, subjectKey } from '../core/subject.ts';
import { boxOf } from '../geo/box.ts';
import { featureDistanceSquared } from '../geo/feature-distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { trueNorthDegrees } from '../geo/laea.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { sectorPolygon } from '../geo/sector-shape.ts';
import { HitList } from '../geo/spatial-index.ts';
import { numberAt } from '../model/feature-batch.ts';
import type { SourceKind } from '../model/kinds.ts';
import { cosineInSector, upwindSector } from '../rules/wind.ts';
import type { UpwindPlace, UpwindQuestion, UpwindSource } from './around-types.ts';
import { bearingOf } from './bearing.ts';
import { distanceDecay, middleOf } from './candidate-search.ts';
import { field } from './check-input.ts';
import { strengthOf } from './draft-hotspot-source.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { findFeature } from './finding-shapes.ts';
import { placeHotspot } from './hotspot-places.ts';
import type { PreparedLayer } from './prepare.ts';
import { REACHED_SLACK } from './size-limits.ts';

interface Target {
  readonly prepared: PreparedLayer;
  readonly index: number;
}

const TREATED: ReadonlySet<string> = new Set(['netted', 'greened', 'hardened']);

/**
 * Stations in the order of their layers, then the subjects asked for; what has no place is left out, and
 * nothing is named twice. Exactly as far as the reach counts; a source that touches the place counts
 * wherever the wind comes from. O(places · sources within reach).
 */
export function findUpwindSources(workspace: FastWorkspace, question: UpwindQuestion): UpwindPlace[] {
  const places: UpwindPlace[] = [];
  const known = new Set<string>();
  for (const target of [...stationsOf(workspace), ...targetsOf(workspace, question.subjects)]) {
    const subject = { layer: target.prepared.source.id, feature: target.prepared.idOf(target.index) };
    if (known.has(subjectKey(subject)) || target.prepared.packed.type[target.index] === GeometryType.none) continue;
    known.add(subjectKey(subject));
    places.push(lookUpwind(workspace, target, subject, question));
  }
  return places;
}

function* stationsOf(workspace: FastWorkspace): Iterable<Target> {
  for (const prepared of workspace.layersOfKind('receptor')) {
    for (let index = 0; index < prepared.packed.count; index++) {
      if (prepared.isThere(index) && field(prepared.ref(index), 'kind') === 'station') yield { prepared, index };
    }
  }
}

function* targetsOf(workspace: FastWorkspace, subjects: readonly Subject[]): Iterable<Target> {
  for (const subject of subjects) {
    const found = findFeature(workspace, subject);
    if (found) yield found;
  }
}

function lookUpwind(
  workspace: FastWorkspace,
  { prepared, index }: Target,
  subject: Subject,
  question: UpwindQuestion,
): UpwindPlace {
  const { frame } = workspace;
  const { fromDegrees, sectorDegrees, reachMeters, most } = question;
  // A satellite's pixel is no pin: seen from its footprint, as the check sees it.
  const here =
    prepared.source.kind === 'hotspot'
      ? { layer: placeHotspot(prepared.packed, index, prepared.ref(index)), feature: 0 }
      : { layer: prepared.packed, feature: index };
  const [x, y] = middleOf(here.layer, here.feature);
  const at = frame.unproject(x, y);
  const north = trueNorthDegrees(frame, at);
  const sector = upwindSector(fromDegrees, sectorDegrees, north);
  const sources: UpwindSource[] = [];
  let areaSquareMeters = 0;
  const hits = new HitList();
  const { boxes } = here.layer;
  const box = 4 * here.feature;
  const reach = reachMeters + REACHED_SLACK;
  for (const { prepared: layer } of workspace.sources) {
    layer.index.search(
      boxes[box]! - reach,
      boxes[box + 1]! - reach,
      boxes[box + 2]! + reach,
      boxes[box + 3]! + reach,
      hits,
    );
    for (const source of Array.from(hits.items.subarray(0, hits.count))) {
      if (layer === prepared && source === index) continue;
      const area = areaOf(layer, source);
      if (!isAsked(layer, source, area, question)) continue;
      const [sourceX, sourceY] = middleOf(layer.packed, source);
      const cosine = cosineInSector(sector, sourceX - x, sourceY - y);
      // Most lie to the other sides: their distance is not worth measuring.
      if (cosine === 0 && !boxesTouch(here.layer, here.feature, layer.packed, source)) continue;
      const squared = featureDistanceSquared(here.layer, here.feature, layer.packed, source);
      if (!(squared <= reach * reach) || (cosine === 0 && squared > 0)) continue;
      const isOutlined = layer.packed.type[source] === GeometryType.polygon;
      const strength = strengthOf(layer.ref(source), isOutlined ? layer.packed.areas[source]! : undefined);
      areaSquareMeters += area ?? 0;
      sources.push({
        subject: { layer: layer.source.id, feature: layer.idOf(source) },
        kind: layer.source.kind as SourceKind,
        at: frame.unproject(sourceX, sourceY),
        score: strength * distanceDecay(squared) * (squared > 0 ? cosine * cosine : 1),
        distanceMeters: Math.sqrt(squared),
        bearingDegrees: bearingOf(sourceX - x, sourceY - y, north),
        areaSquareMeters: area,
      });
    }
  }
  sources.sort((a, b) => b.score - a.score || a.distanceMeters - b.distanceMeters);
  const polygon = sectorPolygon(frame, {
    x,
    y,
    directionDegrees: fromDegrees + north,
    halfDegrees: sectorDegrees,
    reachMeters,
  });
  return {
    subject,
    at,
    sector: polygon,
    bounds: boundsOf(polygon),
    sources: sources.slice(0, most),
    count: sources.length,
    areaSquareMeters,
  };
}

function boundsOf({ coordinates: [ring = []] }: GeoJSON.Polygon): UpwindPlace['bounds'] {
  const longitudes = ring.map(([longitude = 0]) => longitude);
  const latitudes = ring.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function boxesTouch(layerA: PackedLayer, a: number, layerB: PackedLayer, b: number): boolean {
  const [boxA, boxB] = [boxOf(layerA, a), boxOf(layerB, b)];
  if (!boxA || !boxB) return false;
  return boxA[0] <= boxB[2] && boxB[0] <= boxA[2] && boxA[1] <= boxB[3] && boxB[1] <= boxA[3];
}

function areaOf({ packed, ref }: PreparedLayer, source: number): number | undefined {
  if (packed.type[source] === GeometryType.polygon) return packed.areas[source];
  const { layer, index } = ref(source);
  return numberAt(layer.batch, 'areaSquareMeters', index);
}

function isAsked(
  { source: layer, ref }: PreparedLayer,
  source: number,
  area: number | undefined,
  { minAreaSquareMeters, onlyOpenSoil }: UpwindQuestion,
): boolean {
  if (minAreaSquareMeters > 0 && !(area !== undefined && area >= minAreaSquareMeters)) return false;
  if (!onlyOpenSoil) return true;
  return layer.kind === 'bareSoil' && !TREATED.has(field(ref(source), 'status') ?? '');
}
