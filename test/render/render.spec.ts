/**
 * Every layer kind in every theme, drawn by the map in a real browser and measured: colours and coverage,
 * never the bytes of a picture. The scene is built here and served to the page by the test itself.
 */
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { mix, parseHex } from '../../src/map/color.ts';
import type { MapTheme } from '../../src/map/map-types.ts';
import { styleFor } from '../../src/map/symbology.ts';
import { THEMES } from '../../src/map/theme.ts';
import type { DrawnCell } from './scene.ts';
import { asDeuteranope, asGreyscale, asWashedOut, difference, type Rgb } from './sight.ts';

const CELL = 80;
const THEME_NAMES: readonly MapTheme[] = ['light', 'dark', 'projector'];

interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
/** Inside every polygon, beside the glyph in its middle. */
const INSIDE: Region = { left: 16, top: 16, width: 12, height: 12 };
const WHOLE: Region = { left: 0, top: 0, width: CELL, height: CELL };
/** Along every line, without its ends. */
const ALONG: Region = { left: 16, top: 40, width: 48, height: 1 };

class Cells {
  readonly paper: Rgb;
  private readonly byName: ReadonlyMap<string, readonly number[]>;

  constructor(cells: readonly DrawnCell[], theme: MapTheme) {
    this.byName = new Map(cells.map(({ name, pixels }) => [name, pixels]));
    this.paper = parseHex(THEMES[theme].paper);
  }
  names(): string[] {
    return [...this.byName.keys()];
  }
  pixels(name: string, { left, top, width, height }: Region): Rgb[] {
    const all = this.byName.get(name);
    if (!all) throw new Error(`found no cell ${name}`);
    const found: Rgb[] = [];
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) {
        const at = 4 * (y * CELL + x);
        found.push([all[at] as number, all[at + 1] as number, all[at + 2] as number]);
      }
    }
    return found;
  }
  mean(name: string, region: Region = INSIDE): Rgb {
    const pixels = this.pixels(name, region);
    return [0, 1, 2].map(
      (i) => pixels.reduce((sum, rgb) => sum + (rgb[i] as number), 0) / pixels.length,
    ) as unknown as Rgb;
  }
  /** How many pixels differ from the paper. */
  inked(name: string, region: Region): number {
    return this.pixels(name, region).filter((rgb) => difference(rgb, this.paper) > 5).length;
  }
  /** Standard deviation of lightness: what texture there is. */
  grain(name: string): number {
    const greys = this.pixels(name, INSIDE).map((rgb) => asGreyscale(rgb)[0]);
    const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
    return Math.sqrt(greys.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / greys.length);
  }
  /** What an upright cut through a line or an edge adds up to: width times contrast. */
  weight(name: string, region: Region): number {
    return this.pixels(name, region).reduce((sum, rgb) => sum + difference(rgb, this.paper), 0) / region.width;
  }
}

test('every kind, in every theme and for every eye, looks like what it is', async ({ page }) => {
  const { output } = await buildScene();
  await page.route('**/render/**', (route) => {
    const path = new URL(route.request().url()).pathname.split('/render/')[1];
    if (path === '')
      return route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><script type="module" src="scene.js"></script>',
      });
    const file = output.find(({ fileName }) => fileName === path);
    if (!file) return route.fulfill({ status: 404 });
    const body = file.type === 'chunk' ? file.code : Buffer.from(file.source);
    return route.fulfill({ contentType: path?.endsWith('.css') ? 'text/css' : 'text/javascript', body });
  });
  await page.goto('render/');
  await page.waitForFunction(() => 'drawScene' in globalThis);

  for (const theme of THEME_NAMES) {
    const cells = new Cells(await page.evaluate((name) => globalThis.drawScene(name), theme), theme);
    await test.step(theme, () => judge(cells, theme));
  }
});

function judge(cells: Cells, theme: MapTheme): void {
  for (const name of cells.names())
    expect.soft(cells.inked(name, WHOLE), `${theme}: ${name} is drawn`).toBeGreaterThan(20);

  // The fill is the table's colour over the paper, mixed here by hand.
  for (const [name, kind, category] of [
    ['bareSoil.uncovered', 'bareSoil', 0],
    ['bareSoil.hardened', 'bareSoil', 3],
    ['stockpile.pile', 'stockpile', 0],
    ['constructionSite.site', 'constructionSite', 0],
  ] as const) {
    const { fill } = styleFor(kind, category, theme);
    const expected = parseHex(mix(THEMES[theme].paper, fill?.color ?? '#000000', fill?.opacity ?? 0));
    expect.soft(difference(cells.mean(name), expected), `${theme}: ${name}`).toBeLessThan(4);
  }

  // Treated soil has a grain of its own, and lies apart from uncovered soil without any hue.
  for (const textured of ['bareSoil.netted', 'bareSoil.greened'])
    expect.soft(cells.grain(textured), `${theme}: ${textured}`).toBeGreaterThan(cells.grain('bareSoil.hardened') + 3);
  for (const treated of ['bareSoil.netted', 'bareSoil.greened', 'bareSoil.hardened', 'bareSoil.unstated']) {
    const [open, calm] = [cells.mean('bareSoil.uncovered'), cells.mean(treated)];
    for (const eye of [asGreyscale, asDeuteranope, asWashedOut, (rgb: Rgb) => asGreyscale(asWashedOut(rgb))])
      expect.soft(difference(eye(open), eye(calm)), `${theme}: uncovered and ${treated}`).toBeGreaterThan(4);
    expect.soft(difference(asGreyscale(open), cells.paper)).toBeGreaterThan(difference(asGreyscale(calm), cells.paper));
  }

  // Sweeping, washing and spraying: solid, long dashes, dots.
  const share = (name: string) => cells.inked(`sweepingRoute.${name}`, ALONG) / ALONG.width;
  expect.soft(share('sweep'), theme).toBe(1);
  expect.soft(share('wash'), theme).toBeGreaterThan(0.5);
  expect.soft(share('wash'), theme).toBeLessThan(0.9);
  expect.soft(share('spray'), theme).toBeLessThan(share('wash') - 0.1);
  const haul = cells.mean('haulRoute.haul', ALONG);
  for (const eye of [asDeuteranope, asWashedOut])
    expect
      .soft(difference(eye(haul), eye(cells.mean('sweepingRoute.sweep', ALONG))), `${theme}: haul route`)
      .toBeGreaterThan(8);

  // Zones by the weight of their edge, coarse to fine: a cut through the upper edge.
  const edge: Region = { left: 20, top: 6, width: 40, height: 12 };
  const inner = (name: string) => difference(cells.mean(name), cells.paper);
  const weights = ['district', 'street', 'community', 'grid'].map((level) => {
    const name = `responsibilityZone.${level}`;
    // The fill inside the cut counts as ground.
    return cells.weight(name, edge) - 6 * inner(name);
  });
  for (let level = 1; level < weights.length; level++)
    expect.soft(weights[level - 1], `${theme}: level ${level}`).toBeGreaterThan((weights[level] as number) * 1.15);

  // Silt loading: four steps of lightness; what was not measured is thin.
  const across: Region = { left: 30, top: 28, width: 20, height: 24 };
  const silt = [0, 1, 2, 3].map((step) => cells.mean(`silt.${step}`, { left: 20, top: 39, width: 40, height: 2 }));
  for (let step = 1; step < silt.length; step++)
    for (const eye of [asGreyscale, asDeuteranope])
      expect
        .soft(difference(eye(silt[step] as Rgb), eye(silt[step - 1] as Rgb)), `${theme}: silt ${step}`)
        .toBeGreaterThan(6);
  expect.soft(cells.inked('silt.0', across), theme).toBeGreaterThan(2 * cells.inked('silt.4', across));

  // Sources of hotspots by shape: any two differ in more than ten of the hundred-odd pixels of a mark.
  const field: Region = { left: 30, top: 30, width: 20, height: 20 };
  const shapes = ['satellite', 'drone', 'monitor', 'public'].map((source) => cells.pixels(`hotspot.${source}`, field));
  for (const [index, one] of shapes.entries())
    for (const other of shapes.slice(index + 1)) {
      const unlike = one.filter((rgb, at) => difference(rgb, other[at] as Rgb) > 20).length;
      expect.soft(unlike, `${theme}: marks of hotspots`).toBeGreaterThan(10);
    }
}

async function buildScene() {
  const built = await build({
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      minify: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: 'test/render/scene.ts',
        preserveEntrySignatures: false,
        output: { entryFileNames: 'scene.js' },
      },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('buildScene: found no output');
  return bundle;
}
