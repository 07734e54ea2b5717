/** Sources, roads and receptors in a piece of ground: how many, how much of them, what they are called. */
import { createCellRaster, MIXED } from '../../geo/cell-raster.ts';
import { buildEdgeBands } from '../../geo/edge-bands.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import { createIntersectionArea, type IntersectionArea } from '../../geo/intersection-area.ts';
import { measureLineCoverage } from '../../geo/line-coverage.ts';
import type { PackedLayer } from '../../geo/packed-layer.ts';
import { holdsPlace } from '../../geo/point-in-polygon.ts';
import type { BandedLayer } from '../../geo/relate.ts';
import { buildSpatialIndex, HitList } from '../../geo/spatial-index.ts';
import { createZoneSets, NO_ZONES } from '../../geo/zone-sets.ts';
import { SOURCE_KINDS, type SourceKind } from '../../model/kinds.ts';
import { field, nameOf } from '../check-input.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import type { PreparedLayer } from '../prepare.ts';
import { estimatePm10 } from '../weigh-source.ts';
import { NO_AREA_SQUARE_METERS } from '../zone-set.ts';
import type { ConflictContents, SourcesInside } from './settle-types.ts';

const MAX_NAMES = 6;
/** Of the ground's own raster: painting more would cost more than it spares. */
const CELLS = 20_000;

/** `ground`: a layer of one polygon feature. O(features whose box meets it). */
export function whatLiesInside(workspace: FastWorkspace, ground: PackedLayer): ConflictContents {
  const inside = createInside({ layer: ground, bands: buildEdgeBands(ground) });
  const bySource = new Map<SourceKind, NamedPart[]>();
  let uncoveredCount = 0;
  const pm10: [number, number] = [0, 0];
  for (const { prepared } of workspace.sources) {
    const kind = prepared.source.kind as SourceKind;
    const parts = inside(prepared);
    bySource.set(kind, [...(bySource.get(kind) ?? []), ...nameEach(prepared, parts)]);
    for (const { feature, areaSquareMeters } of parts) {
      const ref = prepared.ref(feature);
      if (kind === 'bareSoil' && field(ref, 'status') === 'uncovered') uncoveredCount++;
      const tonnes = areaSquareMeters > 0 ? estimatePm10(ref, areaSquareMeters, workspace.input) : undefined;
      pm10[0] += tonnes?.[0] ?? 0;
      pm10[1] += tonnes?.[1] ?? 0;
    }
  }
  const roads = workspace.layersOfKind('road').flatMap((layer) => nameEach(layer, inside(layer)));
  const receptors = workspace.layersOfKind('receptor').flatMap((layer) => nameEach(layer, inside(layer)));
  return {
    sources: SOURCE_KINDS.flatMap((kind): SourcesInside[] => {
      const parts = bySource.get(kind) ?? [];
      const areaSquareMeters = parts.reduce((sum, part) => sum + part.areaSquareMeters, 0);
      return parts.length > 0 ? [{ kind, count: parts.length, areaSquareMeters, names: namesOf(parts) }] : [];
    }),
    uncoveredCount,
    ...(pm10[1] > 0 ? { pm10TonnesPerYear: pm10 } : {}),
    roadCount: roads.length,
    roadMeters: roads.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
    roadNames: namesOf(roads),
    receptorCount: receptors.length,
    receptorNames: namesOf(receptors),
  };
}

interface PartInside {
  readonly feature: number;
  readonly areaSquareMeters: number;
  readonly lengthMeters: number;
}

/** Features of a layer with a part inside, ascending. Most lie wholly inside or outside, which cells tell without a look at the outline. */
function createInside(target: BandedLayer): (layer: PreparedLayer) => PartInside[] {
  const hits = new HitList();
  const area = createIntersectionArea();
  const { layer } = target;
  const { boxes } = layer;
  const cells = createCellRaster(layer, buildSpatialIndex(boxes, layer.count), createZoneSets(), CELLS);
  return ({ packed, index }) => {
    index.search(boxes[0]!, boxes[1]!, boxes[2]!, boxes[3]!, hits);
    return Array.from(hits.items.subarray(0, hits.count))
      .sort((a, b) => a - b)
      .flatMap((feature) => {
        const at = 4 * feature;
        const own = packed.boxes;
        const set = cells.setOfBox(own[at]!, own[at + 1]!, own[at + 2]!, own[at + 3]!);
        if (set === MIXED) return partInside(packed, feature, target, area) ?? [];
        return set === NO_ZONES ? [] : [whole(packed, feature)];
      });
  };
}

function whole({ type, areas, lengths }: PackedLayer, feature: number): PartInside {
  const isLine = type[feature] === GeometryType.line;
  return { feature, areaSquareMeters: areas[feature]!, lengthMeters: isLine ? lengths[feature]! : 0 };
}

function partInside(
  packed: PackedLayer,
  feature: number,
  target: BandedLayer,
  area: IntersectionArea,
): PartInside | undefined {
  const { type, partStart, ringStart, positionStart, xy } = packed;
  if (type[feature] === GeometryType.polygon) {
    const areaSquareMeters = area.measure(packed, feature, target.layer, 0);
    return areaSquareMeters > NO_AREA_SQUARE_METERS ? { feature, areaSquareMeters, lengthMeters: 0 } : undefined;
  }
  if (type[feature] === GeometryType.line) {
    const lengthMeters = measureLineCoverage(packed, feature, target, [0]).coveredMeters;
    return lengthMeters > 0 ? { feature, areaSquareMeters: 0, lengthMeters } : undefined;
  }
  const at = 2 * positionStart[ringStart[partStart[feature]!]!]!;
  const isInside = holdsPlace(target.layer, target.bands, 0, xy[at]!, xy[at + 1]!);
  return isInside ? { feature, areaSquareMeters: 0, lengthMeters: 0 } : undefined;
}

interface NamedPart {
  readonly name: string;
  readonly areaSquareMeters: number;
  readonly lengthMeters: number;
}

function nameEach({ ref }: PreparedLayer, parts: readonly PartInside[]): NamedPart[] {
  return parts.map(({ feature, ...measured }) => ({ name: nameOf(ref(feature)), ...measured }));
}

/** The largest or longest first, each once. */
function namesOf(parts: readonly NamedPart[]): string[] {
  const sums = new Map<string, number>();
  for (const { name, areaSquareMeters, lengthMeters } of parts)
    sums.set(name, (sums.get(name) ?? 0) + areaSquareMeters + lengthMeters);
  const bySize = [...sums].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return bySize.slice(0, MAX_NAMES);
}
