/** Tiles made of orthophotos, held against GDAL's own warp of the same files (picture_answers.py made both). */
import { openAsBlob, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placePicture } from '../../src/formats/pictures/place-picture.ts';
import { openTiffPicture, type PictureSource } from '../../src/formats/pictures/tiff-picture.ts';
import { buildTileMesh, warpTile } from '../../src/formats/pictures/warp-tile.ts';

interface Answer {
  readonly file: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly pixels: readonly [column: number, row: number, values: number[]][];
}
const ANSWERS = JSON.parse(readFileSync('test/oracle/picture-answers.json', 'utf8')) as Record<string, Answer>;
const SIZE = 256;

async function openFixture(name: string): Promise<PictureSource> {
  const opened = await openTiffPicture(await openAsBlob(`test/fixtures/pictures/${name}`));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

async function drawTile({ file, z, x, y }: Answer): Promise<Uint8ClampedArray> {
  const picture = await openFixture(file);
  const { transform, crs } = picture;
  if (!transform || !crs) throw new Error(`${file}: found no place in it, expected one`);
  const placed = await placePicture({ type: 'transform', transform, crs }, picture.width, picture.height);
  if (!placed.ok) throw new Error(placed.problem.code);
  const mesh = buildTileMesh(placed.value, picture, { z, x, y, size: SIZE });
  if (!mesh.window) throw new Error('the tile does not meet the picture');
  return warpTile(mesh, await picture.read(mesh.window, mesh.ratio), picture, SIZE);
}

const at = (rgba: Uint8ClampedArray, column: number, row: number) => [
  ...rgba.subarray(4 * (row * SIZE + column)).subarray(0, 4),
];

describe('orthophotos against GDAL', () => {
  it.each(['ortho-4547.tif 18', 'ortho-4547.tif 20'])('%s: turned, with opacity, in a CGCS2000 zone', async (name) => {
    const answer = ANSWERS[name] as Answer;
    const rgba = await drawTile(answer);
    let compared = 0;
    let worst = 0;
    let rim = 0;
    for (const [column, row, [red, green, blue, opacity]] of answer.pixels) {
      const ours = at(rgba, column, row);
      // On the rim of what is clear the two weigh neighbours differently.
      if (opacity !== 0 && opacity !== 255) rim++;
      else if ((ours[3] === 0) !== (opacity === 0)) rim++;
      else if (opacity === 255) {
        compared++;
        [red, green, blue].forEach((value, band) => {
          worst = Math.max(worst, Math.abs((ours[band] as number) - (value as number)));
        });
      }
    }
    expect(compared).toBeGreaterThan(40);
    expect(rim).toBeLessThanOrEqual(5);
    // Colours change by two in a pixel of the picture: two steps are within a pixel, one within half of it.
    expect(worst).toBeLessThanOrEqual(2);
  });

  it('sixteen bits: stretched between the 2nd and the 98th of a hundred values, clear where there is nothing', async () => {
    const answer = ANSWERS['deep-32649.tif 16'] as Answer;
    const rgba = await drawTile(answer);
    const shown: [truth: number, ours: number][] = [];
    for (const [column, row, [value]] of answer.pixels) {
      const ours = at(rgba, column, row);
      if (value === 0) continue;
      expect(ours[3], `${column} ${row}`).toBeGreaterThan(0);
      if ((ours[0] as number) > 0 && (ours[0] as number) < 255) shown.push([value as number, ours[0] as number]);
    }
    expect(shown.length).toBeGreaterThan(40);
    // One straight line from values to brightness, to within a step: so every pixel lies where GDAL puts it.
    const [first, last] = [
      shown.reduce((a, b) => (a[0] < b[0] ? a : b)),
      shown.reduce((a, b) => (a[0] > b[0] ? a : b)),
    ];
    const slope = (last[1] - first[1]) / (last[0] - first[0]);
    for (const [value, ours] of shown)
      expect(Math.abs(first[1] + slope * (value - first[0]) - ours)).toBeLessThanOrEqual(2);
    const clear = answer.pixels.filter(([, , [value]]) => value === 0);
    const isClear = clear.filter(([column, row]) => at(rgba, column, row)[3] === 0).length;
    expect(isClear).toBeGreaterThanOrEqual(clear.length - 3);
  });

  it('read by overviews where the map is far away, and never much more than is shown', async () => {
    const picture = await openFixture('ortho-4547.tif');
    const whole = { left: 0, top: 0, right: picture.width, bottom: picture.height };
    const near = await picture.read({ left: 100, top: 100, right: 140, bottom: 130 }, 1);
    expect([near.width, near.scaleX]).toEqual([42, 1]);
    const far = await picture.read(whole, 3);
    expect(far.scaleX).toBeCloseTo(0.5, 2);
    expect(far.width).toBeLessThanOrEqual(picture.width / 2 + 2);
    expect((await picture.read(whole, 6)).width).toBeLessThanOrEqual(picture.width / 4);
  });
});
