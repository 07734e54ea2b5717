/** The area that a parcel's line gives against the area of its outline: the best sign that something went wrong. */
import { createFrame } from '../../geo/laea.ts';
import { parseNumberText } from '../../model/units.ts';

/** The format wants hectares; many write square metres, some mu. */
export type AreaUnit = '公顷' | '平方米' | '亩';

const SQUARE_METERS_OF: Readonly<Record<AreaUnit, number>> = { 公顷: 10_000, 平方米: 1, 亩: 10_000 / 15 };
const TOLERANCE = 0.01;
const PLAIN = /^\d+(?:\.\d+)?$/u;

export interface ParcelArea {
  /** As written, without a unit. Empty: nothing is stated. */
  readonly text: string;
  /** Of the outline in the plane of its coordinates, holes taken off. */
  readonly squareMeters: number;
}

/** The unit in which most parcels agree with their outlines; hectares where none does or it is a draw. O(parcels). */
export function findAreaUnit(areas: readonly ParcelArea[]): AreaUnit {
  const units = Object.keys(SQUARE_METERS_OF) as AreaUnit[];
  const counts = units.map((unit) => areas.filter((area) => isPlain(area) && agrees(area, unit)).length);
  const most = Math.max(...counts);
  return units[counts.indexOf(most)]!;
}

const isPlain = ({ text, squareMeters }: ParcelArea): boolean =>
  PLAIN.test(text) && Number(text) > 0 && squareMeters > 0;

/** The stated area in square metres where it differs by more than 1 % and more than the rounding of its last digit; a unit of its own stands above the file's. */
export function differingArea({ text, squareMeters }: ParcelArea, unit: AreaUnit): number | undefined {
  const stated = parseNumberText(text, 'area', SQUARE_METERS_OF[unit]);
  if (stated === undefined || stated === 0 || squareMeters === 0) return undefined;
  const rounding = PLAIN.test(text) ? lastDigit(text) * SQUARE_METERS_OF[unit] : 0;
  return Math.abs(stated - squareMeters) > Math.max(TOLERANCE * squareMeters, rounding) ? stated : undefined;
}

const agrees = (area: ParcelArea, unit: AreaUnit): boolean => differingArea(area, unit) === undefined;

/** Half a unit of the last decimal. */
const lastDigit = (text: string): number => 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0);

/** Of polygons in metres; of degrees where `isDegrees`, in an equal-area frame of their own. 0 for anything else. O(positions). */
export function areaOf(geometry: GeoJSON.Geometry | null, isDegrees: boolean): number {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const origin = polygons[0]?.[0]?.[0];
  if (!origin) return 0;
  const [x0, y0] = origin as [number, number];
  const frame = isDegrees ? createFrame([x0, y0]) : undefined;
  const out = [0, 0];
  const place = (position: GeoJSON.Position): [number, number] => {
    if (!frame) return [position[0]! - x0, position[1]! - y0];
    frame.project(position[0]!, position[1]!, out, 0);
    return [out[0]!, out[1]!];
  };
  const ringArea = (ring: GeoJSON.Position[]) => {
    let [doubled, [ax, ay]] = [0, place(ring[0]!)];
    for (const position of ring) {
      const [bx, by] = place(position);
      doubled += ax * by - bx * ay;
      [ax, ay] = [bx, by];
    }
    return Math.abs(doubled) / 2;
  };
  return polygons.reduce(
    (sum, rings) => sum + rings.reduce((own, ring, at) => own + (at === 0 ? 1 : -1) * ringArea(ring), 0),
    0,
  );
}
