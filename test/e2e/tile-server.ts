/**
 * Map services on this machine, for the tests: every tile is one colour; what was asked is counted.
 * `/tiles/` XYZ, `/wmts` capabilities with its tiles, `/style.json` a MapLibre style over `/tiles.json`;
 * `/closed/` the same tiles for no page of another site, `/closed-style.json` a style of those.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { plainPng } from '../support/plain-png.ts';

export interface TileServer {
  readonly origin: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

type Color = readonly [number, number, number];
interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly status?: number;
}

/** Under `/refused/` it answers 403 with a sentence, as services do that want a key. */
export async function startTileServer(color: Color): Promise<TileServer> {
  const asked: string[] = [];
  let origin = '';
  const png: Answer = { type: 'image/png', body: plainPng(color) };
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    if (!url.startsWith('/closed/')) response.setHeader('access-control-allow-origin', '*');
    const { type, body, status = 200 } = answer(url, origin, color, png);
    response.statusCode = status;
    response.setHeader('content-type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(url: string, origin: string, color: Color, png: Answer): Answer {
  const json = (value: object): Answer => ({ type: 'application/json', body: JSON.stringify(value) });
  if (url.startsWith('/refused/')) return { type: 'application/json', body: '{"msg":"非法Key"}', status: 403 };
  if (url.startsWith('/missing')) return { type: 'text/plain', body: '', status: 404 };
  if (url.startsWith('/wmts?')) return { type: 'text/xml', body: capabilities(origin) };
  if (url === '/style.json') return json(styleOf(color, { url: 'tiles.json' }));
  if (url === '/closed-style.json') return json(styleOf(color, { tiles: [`${origin}/closed/{z}/{x}/{y}.pbf`] }));
  if (url === '/tiles.json') return json({ tiles: ['vector/{z}/{x}/{y}.pbf'], maxzoom: 14, attribution: '某测绘院' });
  if (url.endsWith('.pbf')) return { type: 'application/x-protobuf', body: wholeTile() };
  return png;
}

function styleOf([red, green, blue]: Color, source: object): object {
  return {
    version: 8,
    glyphs: 'https://glyphs.example/{fontstack}/{range}.pbf',
    sources: { base: { type: 'vector', ...source } },
    layers: [
      {
        id: 'land',
        type: 'fill',
        source: 'base',
        'source-layer': 'land',
        paint: { 'fill-color': `rgb(${red},${green},${blue})` },
      },
    ],
  };
}

/** A vector tile that one polygon of the layer "land" covers. */
function wholeTile(): Uint8Array {
  const ring = [
    [0, 0],
    [4096, 0],
    [4096, 4096],
    [0, 4096],
    [0, 0],
  ];
  const land = { features: [{ type: 3, geometry: [ring], tags: {} }] };
  return fromGeojsonVt({ land } as unknown as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: 4096 });
}

/** As a server of the kind that 天地图 is writes them: two layers, tiles by a template, the grid of Web Mercator. */
function capabilities(origin: string): string {
  const layer = (
    id: string,
    title: string,
  ) => `<Layer><ows:Title>${title}</ows:Title><ows:Identifier>${id}</ows:Identifier>
    <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
    <TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink>
    <ResourceURL format="image/png" resourceType="tile"
      template="${origin}/wmts-tiles/${id}/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>`;
  const matrix = (zoom: number) => `<TileMatrix><ows:Identifier>${zoom}</ows:Identifier>
    <ScaleDenominator>${559082264.0287178 / 2 ** zoom}</ScaleDenominator>
    <TopLeftCorner>-20037508.3427892 20037508.3427892</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>
    <MatrixWidth>${2 ** zoom}</MatrixWidth><MatrixHeight>${2 ** zoom}</MatrixHeight></TileMatrix>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
    <Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
      xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0"><Contents>
    ${layer('road', '道路')}${layer('image', '影像')}
    <TileMatrixSet><ows:Identifier>w</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
    ${Array.from({ length: 19 }, (_, zoom) => matrix(zoom)).join('')}</TileMatrixSet></Contents></Capabilities>`;
}
