/**
 * What a WMTS offers, from its capabilities document (OGC 07-057r7): the layers that come in the Web
 * Mercator grid of 256 pixels, each as a tile template. Others are named with what they come in.
 */
import type { Document, Element } from '@xmldom/xmldom';
import { fail, ok, type Result } from '../../core/result.ts';
import { parseXml } from '../xml/parse-xml.ts';

export interface WmtsLayer {
  readonly id: string;
  readonly title: string;
  readonly template: string;
  readonly minZoom: number;
  readonly maxZoom: number;
}

/** Scale denominator of zoom 0: the equator over 256 pixels of 0.28 mm. */
const ZOOM_0_DENOMINATOR = 559_082_264.028_717_8;
const MERCATOR = /(?:EPSG:(?:[\d.]*:)?|\/EPSG\/[^/]*\/)(?:3857|900913|102100|102113)$/iu;
const EDGE_METERS = 20_037_508.342_789_244;

/**
 * @param address where the document came from: tiles are asked there where it names no place of its own.
 * Fails with `basemap-wmts-document` (no capabilities), `basemap-wmts-grid` (only other grids, which are named)
 * or `basemap-wmts-empty`.
 */
export function parseWmtsCapabilities(bytes: Uint8Array, address: string): Result<readonly WmtsLayer[]> {
  const parsed = parseXml(bytes, undefined);
  if (!parsed.ok) return parsed;
  const root = parsed.value.document;
  if (root.documentElement?.localName !== 'Capabilities') return fail('basemap-wmts-document');
  const sets = new Map(matrixSets(root).map((set) => [set.id, set]));
  const layers: WmtsLayer[] = [];
  const otherGrids = new Set<string>();
  for (const element of children(child(root.documentElement, 'Contents'), 'Layer')) {
    const linked = children(element, 'TileMatrixSetLink').map((link) => text(child(link, 'TileMatrixSet')));
    const known = linked.flatMap((id) => sets.get(id) ?? []);
    const set = known.find(({ zooms }) => zooms !== undefined);
    if (set?.zooms) layers.push(layerOf(element, { ...set, zooms: set.zooms }, root, address));
    else for (const { crs } of known) otherGrids.add(crs);
  }
  if (layers.length > 0) return ok(layers);
  return otherGrids.size > 0
    ? fail('basemap-wmts-grid', { grids: [...otherGrids].join('、') })
    : fail('basemap-wmts-empty');
}

interface MatrixSet {
  readonly id: string;
  readonly crs: string;
  /** Undefined for another grid than Web Mercator's. */
  readonly zooms: { readonly prefix: string; readonly min: number; readonly max: number } | undefined;
}

function matrixSets(root: Document): MatrixSet[] {
  return children(child(root.documentElement, 'Contents'), 'TileMatrixSet').map((element) => {
    const crs = text(child(element, 'SupportedCRS'));
    return {
      id: text(child(element, 'Identifier')),
      crs: crs.replace(/^urn:ogc:def:crs:/iu, ''),
      zooms: MERCATOR.test(crs) ? zoomsOf(element) : undefined,
    };
  });
}

/** Which zooms a set has, and what stands before the number in their names; undefined where any is not in the grid. */
function zoomsOf(set: Element): MatrixSet['zooms'] {
  const zooms = children(set, 'TileMatrix').map((matrix) => {
    const id = text(child(matrix, 'Identifier'));
    const zoom = Math.log2(ZOOM_0_DENOMINATOR / Number(text(child(matrix, 'ScaleDenominator'))));
    const [left, top] = text(child(matrix, 'TopLeftCorner')).split(/\s+/u).map(Number);
    const isInGrid =
      Math.abs(zoom - Math.round(zoom)) < 1e-3 &&
      text(child(matrix, 'TileWidth')) === '256' &&
      Math.abs((left ?? 0) + EDGE_METERS) < 1 &&
      Math.abs((top ?? 0) - EDGE_METERS) < 1 &&
      id.endsWith(String(Math.round(zoom)));
    return { zoom: Math.round(zoom), prefix: id.slice(0, id.length - String(Math.round(zoom)).length), isInGrid };
  });
  const prefix = zooms[0]?.prefix;
  if (prefix === undefined || zooms.some((zoom) => !zoom.isInGrid || zoom.prefix !== prefix)) return undefined;
  const numbers = zooms.map(({ zoom }) => zoom);
  return { prefix, min: Math.min(...numbers), max: Math.max(...numbers) };
}

function layerOf(
  element: Element,
  set: MatrixSet & { readonly zooms: NonNullable<MatrixSet['zooms']> },
  root: Document,
  address: string,
): WmtsLayer {
  const id = text(child(element, 'Identifier'));
  const formats = children(element, 'Format').map(text);
  const format = formats.find((name) => /png/iu.test(name)) ?? formats[0] ?? 'image/png';
  const styles = children(element, 'Style');
  const style = text(child(styles.find((one) => one.getAttribute('isDefault') === 'true') ?? styles[0], 'Identifier'));
  const resource = children(element, 'ResourceURL').find((url) => url.getAttribute('resourceType') === 'tile');
  const template =
    resource?.getAttribute('template') ?? keyValueTemplate(tileAddressOf(root) ?? address, id, style, format, set.id);
  return {
    id,
    title: text(child(element, 'Title')) || id,
    template: template
      .replaceAll(/\{TileMatrixSet\}/giu, set.id)
      .replaceAll(/\{Style\}/giu, style)
      .replaceAll(/\{TileMatrix\}/giu, `${set.zooms.prefix}{z}`)
      .replaceAll(/\{TileCol\}/giu, '{x}')
      .replaceAll(/\{TileRow\}/giu, '{y}'),
    minZoom: set.zooms.min,
    maxZoom: set.zooms.max,
  };
}

function keyValueTemplate(address: string, layer: string, style: string, format: string, set: string): string {
  const [path = '', query = ''] = address.split('?');
  // What the user's address carries beside the request (a key, a workspace) goes along.
  const own = query.split('&').filter((part) => part && !/^(?:service|request|version)=/iu.test(part));
  const asked = [
    'SERVICE=WMTS',
    'REQUEST=GetTile',
    'VERSION=1.0.0',
    `LAYER=${encodeURIComponent(layer)}`,
    `STYLE=${encodeURIComponent(style)}`,
    `FORMAT=${encodeURIComponent(format)}`,
    `TILEMATRIXSET=${encodeURIComponent(set)}`,
    'TILEMATRIX={TileMatrix}',
    'TILEROW={TileRow}',
    'TILECOL={TileCol}',
  ];
  return `${path}?${[...own, ...asked].join('&')}`;
}

/** Where the document says that tiles are asked by key and value. */
function tileAddressOf(root: Document): string | undefined {
  const metadata = child(root.documentElement, 'OperationsMetadata');
  const operation = children(metadata, 'Operation').find((one) => one.getAttribute('name') === 'GetTile');
  const get = child(child(child(operation, 'DCP'), 'HTTP'), 'Get');
  return get?.getAttribute('xlink:href') ?? undefined;
}

function children(parent: Element | null | undefined, name: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1 && (node as Element).localName === name) found.push(node as Element);
  return found;
}

const child = (parent: Element | null | undefined, name: string): Element | undefined => children(parent, name)[0];
const text = (element: Element | null | undefined): string => element?.textContent?.trim() ?? '';
