import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { fontFaces } from './base-fonts.ts';
import { keepForeign } from './carry-over.ts';
import { composeStyle, type StyleState } from './compose-style.ts';
import { ABOVE_DATA_LAYER_ID, BELOW_DATA_LAYER_ID } from './draw-context.ts';
import type { MapLanguage, MapTheme } from './map-types.ts';
import { veilAround } from './veil.ts';

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const stateOf = (theme: MapTheme, language: MapLanguage = 'zh-CN'): StyleState => ({
  theme,
  language,
  baseUrl: 'basemap://a0',
  fonts: fontFaces(),
  labels: NOTHING,
  veil: NOTHING,
  badges: NOTHING,
});
const named: GeoJSON.FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '云河街道', place: true },
      geometry: { type: 'Point', coordinates: [0, 0] },
    },
  ],
};

describe('composeStyle', () => {
  it.each([
    ['light', 'zh-CN'],
    ['dark', 'zh-CN'],
    ['projector', 'en'],
  ] as const)('is a valid style in the %s theme, %s', (theme, language) => {
    expect(validateStyleMin({ ...composeStyle(stateOf(theme, language)) })).toEqual([]);
    expect(validateStyleMin({ ...composeStyle({ ...stateOf(theme, language), labels: named }) })).toEqual([]);
  });

  it('asks for no glyph server, no sprite and no icon', () => {
    const style = composeStyle(stateOf('light'));
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style.layers)).not.toContain('icon-image');
    expect(JSON.stringify(style)).not.toMatch(/https?:\/\//);
  });

  it('writes with declared fonts only', () => {
    const style = composeStyle(stateOf('light'));
    const declared = new Set(Object.keys(style['font-faces'] ?? {}));
    const fonts = style.layers.flatMap((layer) =>
      layer.type === 'symbol' ? ((layer.layout?.['text-font'] ?? []) as string[]) : [],
    );
    expect(fonts.length).toBeGreaterThan(5);
    for (const font of fonts) expect(declared.has(font), font).toBe(true);
  });

  it('keeps ground below the data and all names above', () => {
    const ids = composeStyle(stateOf('light')).layers.map(({ id }) => id);
    const [below, above] = [ids.indexOf(BELOW_DATA_LAYER_ID), ids.indexOf(ABOVE_DATA_LAYER_ID)];
    expect(above).toBe(below + 1);
    expect(ids.indexOf('roads_highway')).toBeLessThan(below);
    expect(ids.indexOf('places_locality')).toBeGreaterThan(above);
    expect(ids.slice(-2)).toEqual(['chentu-labels', 'chentu-badges']);
  });

  it('is paper and data alone without a base map', () => {
    const { baseUrl: _, ...rest } = stateOf('light');
    const style = composeStyle(rest);
    expect(style.layers.map(({ id }) => id)).toEqual([
      'background',
      BELOW_DATA_LAYER_ID,
      ABOVE_DATA_LAYER_ID,
      'chentu-labels',
      'chentu-badges',
    ]);
    expect(validateStyleMin({ ...style })).toEqual([]);
  });

  it('carries a drawing tool’s layers over to the next theme, above everything, and nothing of the old base map', () => {
    const before = composeStyle({ ...stateOf('light'), baseUrl: 'basemap://old' });
    const drawing = {
      ...before,
      sources: { ...before.sources, 'td-point': { type: 'geojson', data: NOTHING } as const },
      layers: [...before.layers, { id: 'td-point', type: 'circle', source: 'td-point' } as const],
    };
    const { baseUrl: _, ...rest } = stateOf('dark');
    const after = keepForeign(drawing, composeStyle(rest));
    expect(Object.keys(after.sources)).toEqual(['chentu-veil', 'chentu-labels', 'chentu-badges', 'td-point']);
    expect(after.layers.at(-1)?.id).toBe('td-point');
    expect(after.layers.map(({ id }) => id)).not.toContain('roads_highway');
  });
});

describe('fontFaces', () => {
  it('covers what a district writes with, each character by a file of part of the script', () => {
    const faces = Object.values(fontFaces()).map((files) => files as { url: string; 'unicode-range': string[] }[]);
    expect(faces).toHaveLength(2);
    for (const files of faces) {
      expect(files.length).toBeGreaterThan(95);
      for (const character of '云河区庆网格裸土0A，·') {
        const code = character.codePointAt(0) as number;
        expect(
          files.some((file) => file['unicode-range'].some((range) => covers(range, code))),
          character,
        ).toBe(true);
      }
    }
  });
});

function covers(range: string, code: number): boolean {
  const [from, to] = range
    .replace(/^U\+/i, '')
    .split('-')
    .map((hex) => Number.parseInt(hex, 16)) as [number, number?];
  return code >= from && code <= (to ?? from);
}

describe('veilAround', () => {
  it('covers the world but the scope, and the scope’s own holes again', () => {
    const hole = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 1],
    ];
    const outer = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 0],
    ];
    const { features } = veilAround({ type: 'Polygon', coordinates: [outer, hole] });
    const geometry = features[0]?.geometry as GeoJSON.MultiPolygon;
    expect(geometry.coordinates).toHaveLength(2);
    expect(geometry.coordinates[0]?.[1]).toEqual(outer);
    expect(geometry.coordinates[1]).toEqual([hole]);
  });
});
