import { unzlibSync } from 'fflate';
import { Geodesic } from 'geographiclib-geodesic';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, plantedWorkspace } from '../../../test/support/slip-workspace.ts';
import type { CheckResult, Finding } from '../../model/findings.ts';
import { readPngSize } from '../png.ts';
import { districtMap } from './district-map.ts';
import { createFindingMaps } from './finding-map.ts';
import { niceMeters } from './map-furniture.ts';
import { windowOn } from './map-window.ts';

const workspace = plantedWorkspace();
let result: CheckResult;
beforeAll(async () => {
  result = await checkPlanted(workspace);
});
const findingOf = (rule: Finding['rule']) => result.findings.find((each) => each.rule === rule)!;

describe('a map of a finding', () => {
  it('is a picture of the size and density asked for, the same bytes each time', () => {
    const finding = findingOf('source-uncontrolled');
    const png = createFindingMaps(workspace)(finding).png(2);
    expect(readPngSize(png)).toEqual({ width: 756, height: 472 });
    expect(createFindingMaps(plantedWorkspace())(finding).png(2)).toEqual(png);
  });

  it('shows the uncovered soil around its mark, in its colour over the zones', () => {
    const png = createFindingMaps(workspace)(findingOf('source-uncontrolled')).png(1);
    const { at } = pixelsOf(png);
    // The mark's ring is 8 pixels in radius: its middle is ground.
    const [red, green, blue] = at(189, 118);
    expect(red! - blue!).toBeGreaterThan(60);
    expect(red!).toBeGreaterThan(green!);
    // Far from it, the zones alone: pale.
    expect(Math.min(...at(30, 40))).toBeGreaterThan(180);
  });

  it('names the zones around, as text and never as markup', () => {
    const svg = createFindingMaps(workspace)(findingOf('source-uncontrolled')).svg('一 < 二');
    expect(svg).toContain('<title>一 &lt; 二</title>');
    expect(svg).toContain('>东街道</text>');
  });

  it('shows an overlap where it lies', () => {
    const overlap = findingOf('zone-overlap');
    expect(overlap.geometry).toBeDefined();
    const { drawing } = createFindingMaps(workspace)(overlap);
    expect(drawing.items.some((item) => item.type === 'paths' && item.fill?.color === '#c2185b')).toBe(true);
  });

  it('is there without any layer', () => {
    const empty = { ...workspace, layers: [] };
    const png = createFindingMaps(empty)(findingOf('source-uncontrolled')).png(1);
    expect(readPngSize(png)).toEqual({ width: 378, height: 236 });
    expect(districtMap(empty, result.findings)).toBeUndefined();
  });
});

describe('a map of the district', () => {
  it('has all zones in it, and a dot for each open finding', () => {
    const map = districtMap(workspace, result.findings)!;
    expect(map.svg('示范区')).toContain('>东街道</text>');
    const open = result.findings.filter(({ status }) => status === 'open').length;
    const dots = map.drawing.items.filter((item) => item.type === 'paths' && item.fill?.color === '#a3124f');
    expect(dots.flatMap((item) => (item.type === 'paths' ? item.paths : []))).toHaveLength(open);
  });
});

describe('the scale', () => {
  it.each([
    ['in the south', 22.5],
    ['in Beijing', 39.9],
    ['in the far north', 53],
  ])('agrees with the geodesic %s, in both directions', (_, latitude) => {
    const window = windowOn(
      [114, latitude, 114.2, latitude + 0.15],
      { widthPixels: 600, heightPixels: 450 },
      {
        marginPixels: 10,
        leastMeters: 0,
      },
    );
    const measure = (from: readonly [number, number], to: readonly [number, number]) => {
      const [a, b] = [window.place(...from), window.place(...to)];
      const drawn = Math.hypot(a[0] - b[0], a[1] - b[1]) * window.metersPerPixel;
      const ground = Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]).s12!;
      return drawn / ground;
    };
    expect(measure([114.05, latitude + 0.07], [114.15, latitude + 0.07])).toBeCloseTo(1, 4);
    expect(measure([114.1, latitude + 0.02], [114.1, latitude + 0.12])).toBeCloseTo(1, 4);
  });

  it('is a round length', () => {
    expect([0.9, 1, 7, 199, 200, 4999].map(niceMeters)).toEqual([0.5, 1, 5, 100, 200, 2000]);
  });
});

/** Undoes what the encoder does. */
function pixelsOf(png: Uint8Array) {
  const { width, height } = readPngSize(png)!;
  const text = new TextDecoder('latin1').decode(png);
  const start = text.indexOf('IDAT') + 4;
  const length = new DataView(png.buffer, png.byteOffset).getUint32(start - 8);
  const rows = unzlibSync(png.subarray(start, start + length));
  const rgb = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < 3 * width; i++) {
      rgb[y * 3 * width + i] = rows[y * (1 + 3 * width) + 1 + i]! + (y > 0 ? rgb[(y - 1) * 3 * width + i]! : 0);
    }
  }
  return { at: (x: number, y: number) => [...rgb.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)] };
}
