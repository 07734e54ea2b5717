import { describe, expect, it } from 'vitest';
import { tiandituTiles } from './tianditu.ts';
import { originsOf, parseTileTemplate, tileAddress } from './tile-template.ts';

const codeOf = (text: string) => {
  const parsed = parseTileTemplate(text);
  return parsed.ok ? parsed.value : parsed.problem;
};

describe('tile templates', () => {
  it('are taken as they are written, with the ways of other programs mended', () => {
    expect(codeOf(' https://a.cn/{z}/{x}/{y}.png ')).toBe('https://a.cn/{z}/{x}/{y}.png');
    expect(codeOf(['http://10.0.0.5:8080/t', '{z}', '{x}', '{y}'].join('/$'))).toBe(
      'http://10.0.0.5:8080/t/{z}/{x}/{y}',
    );
    expect(codeOf('https://a.cn/?L={TileMatrix}&R={TileRow}&C={TileCol}')).toBe('https://a.cn/?L={z}&R={y}&C={x}');
    expect(codeOf('https://a.cn/{Z}/{X}/{Y}')).toBe('https://a.cn/{z}/{x}/{y}');
  });

  it('are refused with what is wrong', () => {
    expect(codeOf('ftp://a.cn/{z}/{x}/{y}')).toEqual({ code: 'basemap-template-address', params: {} });
    expect(codeOf('https://a.cn/{z}/{x}')).toEqual({ code: 'basemap-template-grid', params: {} });
    expect(codeOf('https://a.cn/{z}/{x}/{y}?k={apikey}')).toEqual({
      code: 'basemap-template-unknown',
      params: { name: '{apikey}' },
    });
    // No script, no other scheme after the host.
    expect(codeOf('javascript:{z}{x}{y}')).toEqual({ code: 'basemap-template-address', params: {} });
  });

  it('give the address of a tile: rows from the north or the south, hosts in turn, quadkeys', () => {
    expect(tileAddress('https://a.cn/{z}/{x}/{y}', 12, 3340, 1620)).toBe('https://a.cn/12/3340/1620');
    expect(tileAddress('https://a.cn/{z}/{x}/{-y}', 3, 5, 1)).toBe('https://a.cn/3/5/6');
    expect([0, 1, 2, 3].map((x) => tileAddress('https://{a-c}.cn/{z}/{x}/{y}', 4, x, 0).slice(8, 9))).toEqual([
      'a',
      'b',
      'c',
      'a',
    ]);
    // The example of the scheme's description (Bing Maps Tile System): tile 3, 5 at level 3 is 213.
    expect(tileAddress('https://a.cn/{q}', 3, 3, 5)).toBe('https://a.cn/213');
  });

  it('name every origin that is asked', () => {
    expect(originsOf('https://t{0-2}.tianditu.gov.cn/x/{z}/{y}/{x}')).toEqual([
      'https://t0.tianditu.gov.cn',
      'https://t1.tianditu.gov.cn',
      'https://t2.tianditu.gov.cn',
    ]);
    expect(originsOf('http://LOCALHOST:81/{z}/{x}/{y}')).toEqual(['http://localhost:81']);
    expect(originsOf('https://{s}.tile.example/{z}/{x}/{y}')).toHaveLength(3);
  });
});

describe('天地图', () => {
  it('asks the Web Mercator set with its own annotation, and the key in the address alone', () => {
    const { ground, annotation, maxZoom } = tiandituTiles('img', 'a&b');
    const url = new URL(tileAddress(ground, 11, 1670, 810));
    expect(url.origin + url.pathname).toBe('https://t0.tianditu.gov.cn/img_w/wmts');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      SERVICE: 'WMTS',
      REQUEST: 'GetTile',
      VERSION: '1.0.0',
      LAYER: 'img',
      STYLE: 'default',
      TILEMATRIXSET: 'w',
      FORMAT: 'tiles',
      TILEMATRIX: '11',
      TILEROW: '810',
      TILECOL: '1670',
      tk: 'a&b',
    });
    expect(annotation).toContain('/cia_w/wmts?');
    expect(tiandituTiles('vec', 'k').annotation).toContain('LAYER=cva');
    expect([maxZoom, tiandituTiles('ter', 'k').maxZoom]).toEqual([18, 14]);
  });
});
