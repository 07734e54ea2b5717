/** A feature's outline as a path to be drawn: where there is no picture of a place. Pure; good to the eye, nothing is measured. */
import { METERS_PER_DEGREE, metersPerLongitude } from '../../geo/display-box.ts';
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';

export interface PlaceOutline {
  /** SVG path data in metres from the middle, y downwards. */
  readonly path: string;
  readonly isArea: boolean;
  readonly widthMeters: number;
  readonly heightMeters: number;
}

/** Undefined for a point and for what has no geometry. O(positions). */
export function outlineOf(column: GeometryColumn, feature: number): PlaceOutline | undefined {
  const type = column.type[feature];
  if (type !== GeometryType.polygon && type !== GeometryType.line) return undefined;
  const { partStart, ringStart, positionStart, coordinates } = column;
  const rings: number[][] = [];
  for (let ring = ringStart[partStart[feature]!]!; ring < ringStart[partStart[feature + 1]!]!; ring++)
    rings.push([...coordinates.subarray(2 * positionStart[ring]!, 2 * positionStart[ring + 1]!)]);
  const longitudes = rings.flatMap((ring) => ring.filter((_, index) => index % 2 === 0));
  const latitudes = rings.flatMap((ring) => ring.filter((_, index) => index % 2 === 1));
  if (longitudes.length === 0) return undefined;
  const [west, east] = extent(longitudes);
  const [south, north] = extent(latitudes);
  const scaleX = metersPerLongitude((south + north) / 2);
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  const path = rings
    .map((ring) => {
      const points = Array.from({ length: ring.length / 2 }, (_, index) => {
        const x = (ring[2 * index]! - middleX) * scaleX;
        const y = (middleY - ring[2 * index + 1]!) * METERS_PER_DEGREE;
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      return `M${points.join('L')}${type === GeometryType.polygon ? 'Z' : ''}`;
    })
    .join('');
  return {
    path,
    isArea: type === GeometryType.polygon,
    widthMeters: (east - west) * scaleX,
    heightMeters: (north - south) * METERS_PER_DEGREE,
  };
}

/** A whole number of 1, 2 or 5 times a power of ten that is no longer than so many metres: for a scale bar. */
export function scaleBarMeters(longest: number): number {
  if (!(longest > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(longest));
  return (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1) * power;
}

function extent(values: readonly number[]): [least: number, most: number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}
