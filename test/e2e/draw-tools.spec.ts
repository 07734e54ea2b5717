/** Drawing, editing and settling by hand: real mouse, touch and keys, and what the document holds afterwards. */
import { expect, test } from '@playwright/test';
import { area, featureCollection, intersect } from '@turf/turf';
import {
  clickAt,
  closeFindings,
  drag,
  expectPhase,
  exportZones,
  isFree,
  keysOf,
  openDrawing,
  type Pixel,
  type Position,
  positionsOf,
  readDemoZones,
  readDocument,
  readScreen,
  readSnapVertices,
  type Screen,
  SMALL,
  type ZoneFeature,
  zoomToZone,
} from './draw-support.ts';
import { waitUntilChecked } from './support.ts';

test.use({ viewport: SMALL, actionTimeout: 90_000 });

const NEIGHBOUR = '城东北巡查区';

interface Corners {
  readonly a: Position;
  readonly b: Position;
  /** On free ground beside b, and beside a. */
  readonly beside: readonly [Pixel, Pixel];
  /** Across the drawn zone: from one of its long sides to the other. */
  readonly across: readonly [Pixel, Pixel];
}

const WIDTH_PIXELS = 50;

/**
 * Two of the neighbour's vertices, well apart on the free part of the map, whose chord runs through the
 * neighbour and which have ground outside of it beside them: what is drawn there overlaps it in part.
 */
function findCorners(zone: ZoneFeature, snaps: readonly Position[], { pixelOf, positionOf }: Screen): Corners {
  const places = snaps
    .map((snap) => ({ key: String(snap), pixel: pixelOf(snap) }))
    .filter(({ pixel }) => isFree(pixel));
  /** Nothing else to snap to within the pointer's reach, and the readout's error. */
  const isAlone = (position: Position) => {
    const [x, y] = pixelOf(position);
    return places.every(({ key, pixel }) => key === String(position) || Math.hypot(pixel[0] - x, pixel[1] - y) > 9);
  };
  const free = positionsOf(zone).filter((position) => isFree(pixelOf(position)) && isAlone(position));
  const parts = zone.geometry.type === 'Polygon' ? [zone.geometry.coordinates] : zone.geometry.coordinates;
  const isInside = (pixel: Pixel) =>
    parts.some((rings) => rings.every((ring, index) => inRing(positionOf(pixel), ring) === (index === 0)));
  let best: (Corners & { distance: number }) | undefined;
  for (const a of free) {
    for (const b of free) {
      const [pa, pb] = [pixelOf(a), pixelOf(b)];
      const distance = Math.hypot(pa[0] - pb[0], pa[1] - pb[1]);
      if (distance < 80 || distance > 300 || (best && distance <= best.distance)) continue;
      const [nx, ny] = [(pb[1] - pa[1]) / distance, (pa[0] - pb[0]) / distance];
      const off = ([x, y]: Pixel, pixels: number): Pixel => [x + nx * pixels, y + ny * pixels];
      const middle: Pixel = [(pa[0] + pb[0]) / 2, (pa[1] + pb[1]) / 2];
      const beside = [off(pb, WIDTH_PIXELS), off(pa, WIDTH_PIXELS)] as const;
      const isOutside = [...beside, off(middle, WIDTH_PIXELS)].every((pixel) => isFree(pixel) && !isInside(pixel));
      if (!isOutside || !isInside(off(middle, 8))) continue;
      best = { a, b, beside, distance, across: [off(middle, -25), off(middle, WIDTH_PIXELS + 25)] };
    }
  }
  if (!best) throw new Error('no two vertices on the free map');
  return best;
}

test('one gesture is one edit: drawn with snapping, edited, split, merged, clipped, cut; undone to the beginning and redone to the end', async ({
  page,
}) => {
  // A dozen saved workspaces to compare; a software renderer under load takes its time.
  test.setTimeout(900_000);
  const demo = (await readDemoZones()).get(NEIGHBOUR) as ZoneFeature;
  await openDrawing(page);
  await zoomToZone(page, NEIGHBOUR);
  const screen = await readScreen(page);
  const { pixelOf } = screen;
  const { a, b, beside, across } = findCorners(demo, await readSnapVertices(), screen);
  const documents = [await readDocument(page)];
  const settled = async () => {
    await waitUntilChecked(page);
    // What was saved is selected, and its card covers a part of the small window.
    await closeFindings(page);
    documents.push(await readDocument(page));
  };

  // Draw: two clicks a few pixels beside vertices of the neighbour, two on free ground.
  await page.keyboard.press('p');
  await expectPhase(page, 'sketching');
  const [pa, pb] = [pixelOf(a), pixelOf(b)];
  for (const pixel of [[pa[0] + 1, pa[1] - 2], [pb[0] - 2, pb[1] + 1], ...beside]) {
    await clickAt(page, pixel as Pixel);
  }
  await page.keyboard.press('Enter');
  await expectPhase(page, 'editing');
  await page.getByTestId('field-name').fill('新区');
  await page.getByTestId('field-owner').fill('云河区巡查九中队');
  await page.getByTestId('zone-save').click();
  await settled();
  let zones = await exportZones(page);
  const drawn = zones.get('新区') as ZoneFeature;
  expect(keysOf(drawn).has(String(a)), 'the first vertex is the neighbour’s, to the last bit').toBe(true);
  expect(keysOf(drawn).has(String(b)), 'the second too').toBe(true);

  // Edit: the common vertex is dragged, and moves in both zones by one edit.
  const edit = () => page.getByTestId('zone-row').filter({ hasText: '新区' }).first().getByTestId('zone-edit').click();
  await edit();
  await expectPhase(page, 'editing');
  // Outwards, and free of what else lies there to snap to.
  await page.keyboard.down('Alt');
  await drag(page, pa, [pa[0] + (beside[1][0] - pa[0]) / 2.5, pa[1] + (beside[1][1] - pa[1]) / 2.5]);
  await page.keyboard.up('Alt');
  await expect(page.getByTestId('draw-undo')).toBeEnabled();
  await page.keyboard.press('Enter');
  await settled();
  zones = await exportZones(page);
  const moved = [...keysOf(zones.get('新区') as ZoneFeature)].filter((key) => !keysOf(drawn).has(key));
  expect(moved).toHaveLength(1);
  expect(keysOf(zones.get(NEIGHBOUR) as ZoneFeature).has(moved[0] as string)).toBe(true);
  expect(keysOf(zones.get(NEIGHBOUR) as ZoneFeature).has(String(a))).toBe(false);

  // Split along a drawn line: both pieces have the two new vertices in common.
  await edit();
  await page.keyboard.press('s');
  await expectPhase(page, 'sketching');
  for (const pixel of across) await clickAt(page, pixel);
  await page.keyboard.press('Enter');
  await expectPhase(page, 'editing');
  await page.getByTestId('zone-save').click();
  await settled();
  zones = await exportZones(page);
  const [first, second] = [zones.get('新区'), zones.get('新区 2')] as [ZoneFeature, ZoneFeature];
  expect([...keysOf(first)].filter((key) => keysOf(second).has(key))).toHaveLength(2);

  // Merge them again: one part, and the whole area.
  await edit();
  await page.keyboard.press('g');
  await page.getByTestId('merge-list').getByRole('button', { name: '新区 2' }).click();
  await expect(page.getByTestId('draw-undo')).toBeEnabled();
  await page.getByTestId('zone-save').click();
  await settled();
  zones = await exportZones(page);
  expect(zones.has('新区 2')).toBe(false);
  const merged = zones.get('新区') as ZoneFeature;
  expect(merged.geometry.type).toBe('Polygon');
  expect(area(merged) / (area(first) + area(second))).toBeCloseTo(1, 9);

  // Clip off whatever it overlaps: nothing of it lies in another patrol zone afterwards.
  await edit();
  await expect(page.getByTestId('live-collisions')).toHaveText(/\d/);
  await page.keyboard.press('c');
  await page.getByTestId('clip-all').click();
  await expect(page.getByTestId('live-collisions')).toHaveText('无');
  await page.getByTestId('zone-save').click();
  await settled();
  zones = await exportZones(page);
  const clipped = zones.get('新区') as ZoneFeature;
  expect(area(clipped)).toBeLessThan(area(merged));
  for (const [name, other] of zones) {
    if (name === '新区') continue;
    const shared = intersect(featureCollection([clipped, other]));
    expect(shared ? area(shared) : 0, name).toBeLessThan(1);
  }

  // A hole: drawn inside, it makes the area smaller by itself.
  await edit();
  await page.keyboard.press('o');
  await expectPhase(page, 'sketching');
  // Typed: clicks for so small a ring would close it too early.
  const { position: middle, room } = insideOf(clipped, pixelOf);
  const [holeX, holeY] = pixelOf(middle);
  const typed = page.getByTestId('typed-vertex');
  for (const [dx, dy] of [
    [-1, -1],
    [1, -1],
    [0, 1],
  ] as const) {
    const corner = screen.positionOf([holeX + (dx * room) / 2, holeY + (dy * room) / 2]);
    await typed.fill(corner.map((degrees) => degrees.toFixed(9)).join(', '));
    await typed.press('Enter');
    await expect(typed).toHaveValue('');
  }
  await typed.blur();
  await page.keyboard.press('Enter');
  await expectPhase(page, 'editing');
  await page.getByTestId('zone-save').click();
  await settled();
  zones = await exportZones(page);
  const holed = zones.get('新区') as ZoneFeature;
  const rings =
    holed.geometry.type === 'Polygon' ? holed.geometry.coordinates.length : holed.geometry.coordinates.flat().length;
  const before =
    clipped.geometry.type === 'Polygon'
      ? clipped.geometry.coordinates.length
      : clipped.geometry.coordinates.flat().length;
  expect(rings).toBe(before + 1);

  // Back to the beginning and forth to the end: the same files at every step.
  for (let at = documents.length - 2; at >= 0; at--) {
    await page.getByTestId('undo').click();
    await waitUntilChecked(page);
    expect(await readDocument(page), `undone to ${at}`).toEqual(documents[at]);
  }
  await expect(page.getByTestId('undo')).toBeDisabled();
  for (let at = 1; at < documents.length; at++) {
    await page.getByTestId('redo').click();
    await waitUntilChecked(page);
    expect(await readDocument(page), `redone to ${at}`).toEqual(documents[at]);
  }
  await expect(page.getByTestId('redo')).toBeDisabled();
});

/** A place of the zone that has the most room around it on the screen, of a grid of places. */
function insideOf(
  zone: ZoneFeature,
  pixelOf: (position: readonly number[]) => Pixel,
): { readonly position: Position; readonly room: number } {
  const pixels = positionsOf(zone).map(pixelOf);
  const parts = zone.geometry.type === 'Polygon' ? [zone.geometry.coordinates] : zone.geometry.coordinates;
  const [xs, ys] = [positionsOf(zone).map(([x]) => x), positionsOf(zone).map(([, y]) => y)];
  let best: { position: Position; room: number } | undefined;
  for (let i = 1; i < 60; i++) {
    for (let j = 1; j < 60; j++) {
      const position: Position = [
        Math.min(...xs) + ((Math.max(...xs) - Math.min(...xs)) * i) / 60,
        Math.min(...ys) + ((Math.max(...ys) - Math.min(...ys)) * j) / 60,
      ];
      const [x, y] = pixelOf(position);
      if (
        !isFree([x, y]) ||
        !parts.some((rings) => rings.every((ring, index) => inRing(position, ring) === (index === 0)))
      )
        continue;
      const room = Math.min(...edgesOf(parts, pixelOf).map(([p, q]) => distanceTo([x, y], p, q)));
      if (!best || room > best.room) best = { position, room };
    }
  }
  if (!best || best.room < 1) throw new Error(`no room in a zone of ${pixels.length} vertices`);
  return best;
}

function edgesOf(parts: readonly GeoJSON.Position[][][], pixelOf: (position: readonly number[]) => Pixel) {
  return parts.flat().flatMap((ring) => ring.slice(1).map((to, i) => [pixelOf(ring[i]!), pixelOf(to)] as const));
}
function distanceTo([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
  return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y);
}
function inRing([x, y]: Position, ring: readonly GeoJSON.Position[]): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1]!;
    const [x2 = 0, y2 = 0] = ring[i]!;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

test('a zone by a pen: tapped, and a vertex dragged', async ({ page }) => {
  test.setTimeout(600_000);
  await openDrawing(page);
  const { pixelOf } = await readScreen(page);
  await page.getByTestId('draw-polygon').click();
  await expectPhase(page, 'sketching');
  const pen = await page.context().newCDPSession(page);
  const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', [x, y]: Pixel) =>
    pen.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      pointerType: 'pen',
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons: type === 'mousePressed' ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  const kinds = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        window.addEventListener('pointerdown', ({ pointerType }) => resolve(pointerType), {
          once: true,
          capture: true,
        }),
      ),
  );
  const corners: readonly Pixel[] = [
    [450, 120],
    [640, 130],
    [650, 320],
    [460, 330],
  ];
  for (const corner of corners) {
    await send('mouseMoved', corner);
    await send('mousePressed', corner);
    await send('mouseReleased', corner);
  }
  expect(await kinds).toBe('pen');
  await page.keyboard.press('Enter');
  await expectPhase(page, 'editing');
  await send('mouseMoved', [640, 130]);
  await send('mousePressed', [640, 130]);
  for (let step = 1; step <= 5; step++) {
    await pen.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      x: 640 + 14 * step,
      y: 130 - 6 * step,
      pointerType: 'pen',
      button: 'left',
      buttons: 1,
    });
  }
  await send('mouseReleased', [710, 100]);
  await page.keyboard.press('Enter');
  await waitUntilChecked(page);
  const zone = [...(await exportZones(page)).values()].at(-1);
  const places = positionsOf(zone as ZoneFeature).map(pixelOf);
  const nearest = (x: number, y: number) => Math.min(...places.map(([px, py]) => Math.hypot(px - x, py - y)));
  // Within the reach of snapping.
  expect(nearest(710, 100)).toBeLessThan(16);
  expect(nearest(640, 130)).toBeGreaterThan(30);
});
