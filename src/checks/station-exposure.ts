/**
 * How exposed a monitoring station is to a source: how far the nearest one stands, and whether the wind blows
 * from the source to it at the workspace's clock. Stations are few: each source asks all.
 *
 * A source's answer depends on its box, on the receptors of kind `station` within 4 km of it, on where the
 * stations of series stand, and on `asOf`.
 */
import { GeometryType } from '../geo/geometry-column.ts';
import { trueNorthDegrees } from '../geo/laea.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { cosineInSector, isCalm, type UpwindSector, upwindSector } from '../rules/wind.ts';
import { middleOf } from './candidate-search.ts';
import { field } from './check-input.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { windFieldOf } from './hotspot-source.ts';
import type { Exposure } from './severity.ts';

/** HJ 664-2013: an urban assessment station stands for 500 m to 4 km around it. */
const STATION_REACH_METERS = 4000;

interface Station {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  /** Undefined where the wind is not known, or the air is calm. */
  readonly sector: UpwindSector | undefined;
  readonly hasWind: boolean;
}

export interface StationExposure {
  /**
   * Nothing where no station lies within 4 km of the source's box, exactly that far included. `isUpwind` is
   * asked of the nearest one, of equally near ones the first: whether the middle of the source's box lies in
   * the sector that its wind comes from, or the boxes touch; false in calm air, left out where the wind is
   * not known. O(stations).
   */
  of(sources: PackedLayer, index: number): Exposure;
}

const NOT_EXPOSED: Exposure = {};

/** By the wind at the workspace's clock. */
export function createStationExposure(workspace: FastWorkspace): StationExposure {
  const stations = findStations(workspace, workspace.input.asOfInstant);
  return {
    of(sources, index) {
      if (sources.type[index] === GeometryType.none) return NOT_EXPOSED;
      let nearest: Station | undefined;
      let least = (STATION_REACH_METERS + 1e-6) ** 2;
      for (const station of stations) {
        const squared = distanceSquared(sources, index, station);
        if (squared > least || (nearest && squared === least)) continue;
        nearest = station;
        least = squared;
      }
      if (!nearest) return NOT_EXPOSED;
      const stationDistanceMeters = Math.sqrt(least);
      if (!nearest.hasWind) return { stationDistanceMeters };
      return { stationDistanceMeters, isUpwind: isUpwind(nearest, sources, index, least) };
    },
  };
}

function findStations(workspace: FastWorkspace, timeMs: number): Station[] {
  const { frame, input } = workspace;
  const wind = windFieldOf(workspace);
  const stations: Station[] = [];
  for (const { packed, ref } of workspace.layersOfKind('receptor')) {
    for (let index = 0; index < packed.count; index++) {
      const isStation = field(ref(index), 'kind') === 'station';
      if (!isStation || packed.type[index] === GeometryType.none) continue;
      const [x, y] = middleOf(packed, index);
      const blowing = wind.at(x, y, timeMs);
      const north = trueNorthDegrees(frame, frame.unproject(x, y));
      const box = 4 * index;
      stations.push({
        minX: packed.boxes[box]!,
        minY: packed.boxes[box + 1]!,
        maxX: packed.boxes[box + 2]!,
        maxY: packed.boxes[box + 3]!,
        sector:
          blowing && !isCalm(blowing)
            ? upwindSector(blowing.fromDegrees, input.thresholds.upwindSectorDegrees, north)
            : undefined,
        hasWind: blowing !== undefined,
      });
    }
  }
  return stations;
}

/** Between the boxes of a source and a station. */
function distanceSquared({ boxes }: PackedLayer, index: number, { minX, minY, maxX, maxY }: Station): number {
  const box = 4 * index;
  const dx = Math.max(boxes[box]! - maxX, minX - boxes[box + 2]!, 0);
  const dy = Math.max(boxes[box + 1]! - maxY, minY - boxes[box + 3]!, 0);
  return dx * dx + dy * dy;
}

function isUpwind({ sector, minX, minY, maxX, maxY }: Station, sources: PackedLayer, index: number, squared: number) {
  if (!sector) return false;
  if (squared === 0) return true;
  const [x, y] = middleOf(sources, index);
  return cosineInSector(sector, x - (minX + maxX) / 2, y - (minY + maxY) / 2) > 0;
}
