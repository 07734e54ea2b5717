/** What is measured as shapes over the map: the path, its corners, and what is written on it. Pure. */
import type { MeasuredPath } from '../../geo/measure-path.ts';
import { formatArea, formatBearing, formatLength } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { OverlayShape } from '../../map/map-types.ts';
import type { LonLat } from '../../model/lon-lat.ts';

export type MeasureKind = 'place' | 'distance' | 'area';

/** Ink, which no layer has; on dark paper the map makes it legible. */
const INK = '#1F2428';
const PAPER = '#FFFFFF';
const LINE = { color: INK, width: 2.5 } as const;
/** Above this, lengths stand in the panel alone: written on the map they would cover it. */
const MAXIMUM_LENGTH_LABELS = 12;

export function shapesOfMeasure(
  kind: MeasureKind,
  positions: readonly LonLat[],
  measured: MeasuredPath,
  language: Language,
): OverlayShape[] {
  const corners = positions.map(
    (at): OverlayShape => ({
      geometry: { type: 'Point', coordinates: [...at] },
      fill: { color: PAPER, opacity: 1 },
      line: LINE,
      radiusPixels: kind === 'place' ? 6 : 4,
    }),
  );
  if (kind === 'place' || positions.length < 2) return corners;
  const { areaSquareMeters, segments } = measured;
  const ring = [...positions, positions[0] as LonLat];
  const path: OverlayShape =
    areaSquareMeters === undefined
      ? { geometry: { type: 'LineString', coordinates: positions.map((at) => [...at]) }, line: LINE }
      : {
          geometry: { type: 'Polygon', coordinates: [ring.map((at) => [...at])] },
          line: LINE,
          fill: { color: INK, opacity: 0.12 },
        };
  const lengths =
    segments.length > MAXIMUM_LENGTH_LABELS
      ? []
      : segments.map(({ lengthMeters }, index) =>
          written(middle([ring[index] as LonLat, ring[index + 1] as LonLat]), formatLength(lengthMeters)),
        );
  const area =
    areaSquareMeters === undefined ? [] : [written(middle(positions), formatArea(areaSquareMeters, language))];
  return [path, ...corners, ...lengths, ...area];
}

/** From the last corner to the pointer, and of an area back to its first. */
export function shapesOfBand(
  kind: MeasureKind,
  positions: readonly LonLat[],
  pointer: LonLat,
  leg: MeasuredPath,
  language: Language,
): OverlayShape[] {
  const last = positions.at(-1);
  const [segment] = leg.segments;
  if (kind === 'place' || !last || !segment || segment.lengthMeters === 0) return [];
  const closing = kind === 'area' && positions.length > 1 ? [[...(positions[0] as LonLat)]] : [];
  return [
    {
      geometry: { type: 'LineString', coordinates: [[...last], [...pointer], ...closing] },
      line: { ...LINE, width: 1.5, dashed: true },
    },
    written(pointer, `${formatLength(segment.lengthMeters)}  ${formatBearing(segment.bearingDegrees, language)}`),
  ];
}

function written(at: LonLat, label: string): OverlayShape {
  return { geometry: { type: 'Point', coordinates: [...at] }, radiusPixels: 0, label };
}

function middle(positions: readonly LonLat[]): LonLat {
  const sum = (axis: 0 | 1) => positions.reduce((total, position) => total + position[axis], 0);
  return [sum(0) / positions.length, sum(1) / positions.length];
}
