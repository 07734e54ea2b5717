/**
 * Writes a base map as one PMTiles file (version 3): vector tiles cut by geojson-vt, encoded by
 * vt-pbf, compressed with gzip, ordered along the Hilbert curve. Format: the PMTiles specification,
 * github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md. The same map gives the same bytes.
 */

import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { gzipSync } from 'fflate';
import GeoJSONVT from 'geojson-vt';
import type { BaseMap, BaseMapFeature } from './base-map-types.ts';

const MIN_ZOOM = 7;

const MAX_ZOOM = 14;

const EXTENT = 4096;

const HEADER_BYTES = 127;

/** Header and root directory must lie in the first 16 kB. */
const ROOT_LIMIT_BYTES = 16_384 - HEADER_BYTES;

const LEAF_ENTRIES = 4096;

type Bytes = Uint8Array<ArrayBuffer>;

interface Entry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  runLength: number;
}

export function writePmtiles(map: BaseMap, name: string): Bytes {
  const { ids, tiles } = cutTiles(map);
  const entries: Entry[] = [];
  const chunks: Bytes[] = [];
  const offsets = new Map<string, number>();
  let dataLength = 0;
  for (const [index, tileId] of ids.entries()) {
    const bytes = tiles[index]!;
    const key = fingerprint(bytes);
    let offset = offsets.get(key);
    if (offset === undefined) {
      offset = dataLength;
      offsets.set(key, offset);
      chunks.push(bytes);
      dataLength += bytes.length;
    }
    const last = entries[entries.length - 1];
    if (last && last.offset === offset && last.tileId + last.runLength === tileId) last.runLength++;
    else entries.push({ tileId, offset, length: bytes.length, runLength: 1 });
  }
  const { root, leaves } = buildDirectories(entries);
  const metadata = compress(new TextEncoder().encode(JSON.stringify(metadataOf(map, name))));
  const header = buildHeader(map, {
    root: root.length,
    metadata: metadata.length,
    leaves: leaves.length,
    data: dataLength,
    tiles: ids.length,
    entries: entries.length,
    contents: chunks.length,
  });
  return join([header, root, metadata, leaves, ...chunks]);
}

/** Everything in one text: two tiles are one content only if they are equal byte for byte. */
function fingerprint(bytes: Bytes): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}

const compress = (bytes: Uint8Array): Bytes => gzipSync(bytes as Bytes, { level: 9, mtime: 0 }) as Bytes;

interface Group {
  readonly layer: string;
  readonly fromZoom: number;
  readonly toZoom: number;
  readonly index: GeoJSONVT;
}

function cutTiles(map: BaseMap): { ids: number[]; tiles: Bytes[] } {
  const groups = groupByZoom(map);
  const found: { id: number; bytes: Bytes }[] = [];
  const [west, south, east, north] = map.bounds;
  for (let zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom++) {
    const here = groups.filter((group) => group.fromZoom <= zoom && zoom <= group.toZoom);
    for (let x = columnOf(west, zoom); x <= columnOf(east, zoom); x++) {
      for (let y = rowOf(north, zoom); y <= rowOf(south, zoom); y++) {
        const layers: Record<string, { features: unknown[] }> = {};
        for (const { layer, index } of here) {
          const tile = index.getTile(zoom, x, y);
          if (!tile || tile.features.length === 0) continue;
          layers[layer] ??= { features: [] };
          layers[layer].features.push(...tile.features);
        }
        if (Object.keys(layers).length === 0) continue;
        const encoded = fromGeojsonVt(layers as unknown as Parameters<typeof fromGeojsonVt>[0], {
          version: 2,
          extent: EXTENT,
        });
        found.push({ id: tileIdOf(zoom, x, y), bytes: compress(encoded) });
      }
    }
  }
  found.sort((a, b) => a.id - b.id);
  return { ids: found.map(({ id }) => id), tiles: found.map(({ bytes }) => bytes) };
}

/** One index for all features of a layer that appear at the same zooms. */
function groupByZoom(map: BaseMap): Group[] {
  const groups: Group[] = [];
  for (const [layer, features] of map.layers) {
    const byZoom = new Map<string, BaseMapFeature[]>();
    for (const feature of features) {
      const key = `${Math.max(MIN_ZOOM, feature.fromZoom)}-${feature.toZoom ?? MAX_ZOOM}`;
      const list = byZoom.get(key);
      if (list) list.push(feature);
      else byZoom.set(key, [feature]);
    }
    for (const [key, list] of byZoom) {
      const [fromZoom, toZoom] = key.split('-').map(Number) as [number, number];
      const collection: GeoJSON.FeatureCollection = {
        type: 'FeatureCollection',
        features: list.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties })),
      };
      const index = new GeoJSONVT(collection, {
        maxZoom: MAX_ZOOM,
        indexMaxZoom: 5,
        indexMaxPoints: 0,
        buffer: 64,
        extent: EXTENT,
        tolerance: 2.5,
      });
      groups.push({ layer, fromZoom, toZoom, index });
    }
  }
  return groups;
}

const columnOf = (longitude: number, zoom: number): number => Math.floor(((longitude + 180) / 360) * 2 ** zoom);

function rowOf(latitude: number, zoom: number): number {
  const radians = (latitude * Math.PI) / 180;
  return Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** zoom);
}

/** Tiles of all zooms before, then the place along the Hilbert curve of this one. */
export function tileIdOf(zoom: number, column: number, row: number): number {
  let id = (4 ** zoom - 1) / 3;
  let [x, y] = [column, row];
  for (let side = 2 ** (zoom - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    id += side * side * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = side - 1 - (x & (side - 1));
        y = side - 1 - (y & (side - 1));
      }
      [x, y] = [y, x];
    }
  }
  return id;
}

function buildDirectories(entries: readonly Entry[]): { root: Bytes; leaves: Bytes } {
  const root = formatDirectory(entries);
  if (root.length <= ROOT_LIMIT_BYTES) return { root, leaves: new Uint8Array(0) };
  const leaves: Bytes[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += LEAF_ENTRIES) {
    const leaf = formatDirectory(entries.slice(from, from + LEAF_ENTRIES));
    pointers.push({ tileId: entries[from]!.tileId, offset, length: leaf.length, runLength: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: formatDirectory(pointers), leaves: join(leaves) };
}

function formatDirectory(entries: readonly Entry[]): Bytes {
  const out: number[] = [];
  const put = (value: number) => {
    let rest = value;
    while (rest >= 0x80) {
      out.push((rest % 128) | 0x80);
      rest = Math.floor(rest / 128);
    }
    out.push(rest);
  };
  put(entries.length);
  let previous = 0;
  for (const { tileId } of entries) {
    put(tileId - previous);
    previous = tileId;
  }
  for (const { runLength } of entries) put(runLength);
  for (const { length } of entries) put(length);
  for (const [index, { offset }] of entries.entries()) {
    const before = entries[index - 1];
    put(before && offset === before.offset + before.length ? 0 : offset + 1);
  }
  return compress(Uint8Array.from(out));
}

interface Sizes {
  readonly root: number;
  readonly metadata: number;
  readonly leaves: number;
  readonly data: number;
  readonly tiles: number;
  readonly entries: number;
  readonly contents: number;
}

function buildHeader(map: BaseMap, sizes: Sizes): Bytes {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('PMTiles'));
  bytes[7] = 3;
  let offset = HEADER_BYTES;
  for (const [index, length] of [sizes.root, sizes.metadata, sizes.leaves, sizes.data].entries()) {
    view.setBigUint64(8 + index * 16, BigInt(offset), true);
    view.setBigUint64(16 + index * 16, BigInt(length), true);
    offset += length;
  }
  for (const [index, count] of [sizes.tiles, sizes.entries, sizes.contents].entries())
    view.setBigUint64(72 + index * 8, BigInt(count), true);
  // Clustered; directories and tiles are gzip; vector tiles.
  bytes.set([1, 2, 2, 1, MIN_ZOOM, MAX_ZOOM], 96);
  const [west, south, east, north] = map.bounds;
  for (const [index, degrees] of [west, south, east, north].entries())
    view.setInt32(102 + index * 4, Math.round(degrees * 1e7), true);
  bytes[118] = 10;
  view.setInt32(119, Math.round(((west + east) / 2) * 1e7), true);
  view.setInt32(123, Math.round(((south + north) / 2) * 1e7), true);
  return bytes;
}

function metadataOf(map: BaseMap, name: string): unknown {
  const layers = [...map.layers].map(([id, features]) => {
    const fields = new Map<string, string>();
    for (const { properties } of features) {
      for (const [key, value] of Object.entries(properties))
        fields.set(key, typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String');
    }
    return { id, fields: Object.fromEntries(fields), minzoom: MIN_ZOOM, maxzoom: MAX_ZOOM };
  });
  return {
    name,
    version: '4.0.0',
    type: 'baselayer',
    attribution: '虚构示范数据 Fictional demo data',
    vector_layers: layers,
  };
}

function join(parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}
