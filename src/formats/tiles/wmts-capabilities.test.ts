import { describe, expect, it } from 'vitest';
import { tileAddress } from './tile-template.ts';
import { parseWmtsCapabilities } from './wmts-capabilities.ts';

const ZOOM_0 = 559082264.0287178;

function matrixSet(
  id: string,
  crs: string,
  names: (zoom: number) => string,
  corner = '-20037508.342789 20037508.342789',
) {
  const matrices = [0, 1, 2, 3].map(
    (zoom) => `<TileMatrix><ows:Identifier>${names(zoom)}</ows:Identifier>
      <ScaleDenominator>${ZOOM_0 / 2 ** zoom}</ScaleDenominator><TopLeftCorner>${corner}</TopLeftCorner>
      <TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>${2 ** zoom}</MatrixWidth><MatrixHeight>${2 ** zoom}</MatrixHeight></TileMatrix>`,
  );
  return `<TileMatrixSet><ows:Identifier>${id}</ows:Identifier><ows:SupportedCRS>${crs}</ows:SupportedCRS>${matrices.join('')}</TileMatrixSet>`;
}

const layer = (
  id: string,
  sets: string[],
  rest = '',
) => `<Layer><ows:Title>标题 ${id}</ows:Title><ows:Identifier>${id}</ows:Identifier>
  <Style isDefault="true"><ows:Identifier>standard</ows:Identifier></Style><Format>image/jpeg</Format><Format>image/png</Format>
  ${sets.map((set) => `<TileMatrixSetLink><TileMatrixSet>${set}</TileMatrixSet></TileMatrixSetLink>`).join('')}${rest}</Layer>`;

const bytesOf = (contents: string, operations = '') =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
${operations}<Contents>${contents}</Contents></Capabilities>`) as Uint8Array<ArrayBuffer>;

const ADDRESS = 'https://maps.example.cn/geowebcache/service/wmts?REQUEST=GetCapabilities&SERVICE=WMTS&authkey=7';
const GOOGLE = matrixSet('EPSG:900913', 'urn:ogc:def:crs:EPSG::900913', (zoom) => `EPSG:900913:${zoom}`);
const DEGREES = matrixSet('c', 'urn:ogc:def:crs:EPSG::4490', String, '90.0 -180.0');

describe('WMTS capabilities', () => {
  it('give a template by key and value, with the matrix names of the set and what the address carries', () => {
    const parsed = parseWmtsCapabilities(bytesOf(layer('bj', ['c', 'EPSG:900913']) + DEGREES + GOOGLE), ADDRESS);
    const [found] = parsed.ok ? parsed.value : [];
    expect(found).toMatchObject({ id: 'bj', title: '标题 bj', minZoom: 0, maxZoom: 3 });
    const url = new URL(tileAddress(found?.template ?? '', 3, 6, 2));
    expect(url.pathname).toBe('/geowebcache/service/wmts');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      authkey: '7',
      SERVICE: 'WMTS',
      REQUEST: 'GetTile',
      VERSION: '1.0.0',
      LAYER: 'bj',
      STYLE: 'standard',
      FORMAT: 'image/png',
      TILEMATRIXSET: 'EPSG:900913',
      TILEMATRIX: 'EPSG:900913:3',
      TILEROW: '2',
      TILECOL: '6',
    });
  });

  it('take the address that the document names for tiles, and a resource template before both', () => {
    const operations = `<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="https://tiles.example.cn/t?"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>`;
    const set = matrixSet('w', 'http://www.opengis.net/def/crs/EPSG/0/3857', String);
    const resource = `<ResourceURL format="image/png" resourceType="tile" template="https://cdn.example.cn/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/>`;
    const parsed = parseWmtsCapabilities(
      bytesOf(layer('a', ['w']) + layer('b', ['w'], resource) + set, operations),
      ADDRESS,
    );
    const [a, b] = parsed.ok ? parsed.value : [];
    expect(a?.template).toMatch(/^https:\/\/tiles\.example\.cn\/t\?SERVICE=WMTS/);
    expect(b?.template).toBe('https://cdn.example.cn/standard/w/{z}/{y}/{x}.png');
  });

  it('name the other grids where there is no Web Mercator', () => {
    expect(parseWmtsCapabilities(bytesOf(layer('a', ['c']) + DEGREES), ADDRESS)).toEqual({
      ok: false,
      problem: { code: 'basemap-wmts-grid', params: { grids: 'EPSG::4490' } },
    });
    // The right system in a grid of its own: no tile would lie where it belongs.
    const shifted = matrixSet('w', 'urn:ogc:def:crs:EPSG::3857', String, '0 20037508.342789');
    expect(parseWmtsCapabilities(bytesOf(layer('a', ['w']) + shifted), ADDRESS)).toMatchObject({ ok: false });
  });

  it('are told from other documents and from an empty service', () => {
    const other = new TextEncoder().encode('<ServiceException/>') as Uint8Array<ArrayBuffer>;
    expect(parseWmtsCapabilities(other, ADDRESS)).toMatchObject({ problem: { code: 'basemap-wmts-document' } });
    expect(parseWmtsCapabilities(bytesOf(''), ADDRESS)).toMatchObject({ problem: { code: 'basemap-wmts-empty' } });
  });
});
