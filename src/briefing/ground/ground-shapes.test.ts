import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { annotationTextPixels, shapesOfAnnotations } from './annotation-shapes.ts';
import { arrowPolygon } from './arrow-shape.ts';
import { rimPlace, ringPolygon } from './ring-shape.ts';
import { widthOf, wrapText } from './wrap-text.ts';

const CENTER = [113.6, 34.7] as const;
/** The oracle: PROJ's azimuthal equidistant, in which distances from the centre are geodesics. */
const equidistant = proj4('+proj=aeqd +lat_0=34.7 +lon_0=113.6 +ellps=WGS84 +units=m');
const metersFrom = (position: GeoJSON.Position) => equidistant.forward([position[0] as number, position[1] as number]);

describe('a ring on the ground', () => {
  it('has every position of its rim as far away as the radius says, to a centimetre in 500 m', () => {
    const [ring = []] = ringPolygon(CENTER, 500).coordinates;
    expect(ring).toHaveLength(97);
    expect(ring[0]).toEqual(ring[96]);
    for (const position of ring) expect(Math.hypot(...(metersFrom(position) as [number, number]))).toBeCloseTo(500, 2);
  });

  it('is taken hold of due east', () => {
    const [x, y] = metersFrom([...rimPlace(CENTER, 500)]) as [number, number];
    expect(x).toBeCloseTo(500, 2);
    expect(y).toBeCloseTo(0, 1);
  });

  it('has no extent without a radius', () => {
    expect(new Set(ringPolygon(CENTER, -3).coordinates[0]?.map(String)).size).toBe(1);
  });
});

describe('an arrow on the ground', () => {
  const size = { shaftMeters: 10, headWidthMeters: 40, headLengthMeters: 30 };
  const from = equidistant.inverse([-400, 0]) as [number, number];
  const outline = (tail: [number, number]) =>
    (arrowPolygon(tail, [...CENTER], size)?.coordinates[0] ?? []).map((position) =>
      metersFrom(position).map((meters) => Math.round(meters * 10) / 10 + 0),
    );

  it('has its tip at the place, its head and shaft as wide as asked, and ends at its tail', () => {
    expect(outline(from)).toEqual([
      [0, 0],
      [-30, 20],
      [-30, 5],
      [-400, 5],
      [-400, -5],
      [-30, -5],
      [-30, -20],
      [0, 0],
    ]);
  });

  it('is drawn smaller where it is short, and not at all without length', () => {
    // 25 m: the head takes 15 of them, half of its length and of its width.
    expect(outline(equidistant.inverse([-25, 0]) as [number, number]).slice(0, 4)).toEqual([
      [0, 0],
      [-15, 10],
      [-15, 2.5],
      [-25, 2.5],
    ]);
    expect(arrowPolygon(CENTER, CENTER, size)).toBeUndefined();
  });
});

describe('annotations on a map', () => {
  const measure = { textPixels: 20, metersPerPixel: 5, writeRadius: (meters: number) => `radius ${meters} m` };

  it('keeps ends and radii on the ground and gives widths and type the size of the screen', () => {
    const shapes = shapesOfAnnotations(
      [
        { id: 'note-1', type: 'arrow', from: [113.59, 34.7], to: CENTER, text: '北侧裸土' },
        { id: 'note-2', type: 'ring', center: CENTER, radiusMeters: 500, text: '国控站' },
        { id: 'note-3', type: 'text', at: CENTER, text: '示范段' },
        { id: 'note-4', type: 'text', at: CENTER },
      ],
      measure,
    );
    // The arrow points east: its words stand over the tail, half a line and a gap away.
    expect(shapes[1]?.labelOffset).toEqual([0, -27.5]);
    expect(shapes.map(({ label, filled, linePixels }) => ({ label, filled, linePixels }))).toEqual([
      { filled: true },
      { label: '北侧裸土' },
      { linePixels: 5.2 },
      { label: '国控站\nradius 500 m' },
      { label: '示范段' },
    ]);
    // Head of 1.35 heights of type: 27 px, 135 m at 5 m a pixel.
    const [, wing, , , , , other] = (shapes[0] as { geometry: GeoJSON.Polygon }).geometry.coordinates[0] ?? [];
    const [a, b] = [wing, other].map((position) => metersFrom(position as GeoJSON.Position)) as [number[], number[]];
    expect(Math.hypot((a[0] as number) - (b[0] as number), (a[1] as number) - (b[1] as number))).toBeCloseTo(135, 1);
    // The radius is written at the northernmost place of the ring.
    const north = metersFrom((shapes[3] as { geometry: GeoJSON.Point }).geometry.coordinates);
    expect(north.map(Math.round).map((meters) => meters + 0)).toEqual([0, 500]);
  });

  it('has type of a thirtieth of the wall, and never less than can be read', () => {
    expect(annotationTextPixels(true, 3840, 2160)).toBe(72);
    expect(annotationTextPixels(true, 500, 400)).toBe(22);
    expect(annotationTextPixels(false, 3840, 2160)).toBe(15);
  });
});

describe('words of an annotation', () => {
  it('break after eighteen Chinese characters, and between Latin words', () => {
    expect(wrapText('建设路与云河大道交叉口西北侧裸土未覆盖需三日内整改')).toBe(
      '建设路与云河大道交叉口西北侧裸土未覆\n盖需三日内整改',
    );
    expect(wrapText('  bare soil north of the crossing, to be covered within three days ')).toBe(
      'bare soil north of the crossing,\nto be covered within three days',
    );
    expect(wrapText('')).toBe('');
    expect(widthOf('裸土ab')).toBeCloseTo(3.1);
  });
});
