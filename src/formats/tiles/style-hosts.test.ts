import { describe, expect, it } from 'vitest';
import { originsOfStyle, readForeignStyle } from './style-hosts.ts';

const resolve = (written: string, base: string) => new URL(written, base).href;
const STYLE = {
  version: 8,
  sprite: 'https://sprites.example/a',
  glyphs: 'https://glyphs.example/{fontstack}/{range}.pbf',
  sources: {
    base: { type: 'vector', url: 'https://tiles.example/base.json' },
    hills: { type: 'raster', tiles: ['https://a.hills.example/{z}/{x}/{y}.png', 'tiles/{z}/{x}/{y}.png'] },
    points: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
  },
  layers: [],
};

describe('a style of others', () => {
  it('says whom it would ask; glyphs are never asked', () => {
    const read = readForeignStyle(JSON.stringify(STYLE));
    expect(read.ok && originsOfStyle(read.value, 'https://styles.example/x/style.json', resolve)).toEqual([
      'https://tiles.example',
      'https://a.hills.example',
      'https://styles.example',
      'https://sprites.example',
    ]);
  });

  it('is refused where it is none, or needs an account', () => {
    const codeOf = (value: unknown) => {
      const read = readForeignStyle(typeof value === 'string' ? value : JSON.stringify(value));
      return read.ok ? 'ok' : read.problem.code;
    };
    for (const broken of ['<html>', 'null', '[]', { version: 7, sources: {}, layers: [] }, { version: 8, layers: [] }])
      expect(codeOf(broken)).toBe('basemap-style-document');
    expect(codeOf({ ...STYLE, sources: { a: { type: 'vector', url: 'mapbox://mapbox.streets' } } })).toBe(
      'basemap-style-mapbox',
    );
  });
});
