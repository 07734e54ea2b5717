/** Builds one layer of a file feature by feature: geometry, columns, and notes with the element's name and row. */
import { type Params, problem } from '../../core/result.ts';
import { createGeometryBuilder, type GeometryTypeCode } from '../../geo/geometry-column.ts';
import { createTextStore } from '../../model/column-builder.ts';
import type { Column, NumberColumn, TextColumn } from '../../model/feature-batch.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { RawLayer } from '../driver.ts';
import type { Shape } from './build-shape.ts';
import type { OsmLayer } from './osm-layers.ts';
import { type OsmTags, tagOf, tagsAsJson } from './osm-tags.ts';

/** `way/123`, as OpenStreetMap's own addresses have it. */
export interface OsmElement {
  readonly name: string;
  readonly tags: OsmTags;
}

export interface LayerBuilder {
  /** Elements of the layer so far, features or not: the next one's row. */
  readonly rows: number;
  /** Features so far. */
  readonly features: number;
  add(element: OsmElement, type: GeometryTypeCode, shape: Shape): void;
  /** Counts an element that becomes no feature, and says why. */
  skip(element: OsmElement, code: string, params?: Params): void;
  /** Of the element that comes next. */
  note(element: OsmElement, code: string, params?: Params): void;
  /** Of the layer as a whole. */
  noteAll(code: string, params: Params): void;
  finish(encoding: string | undefined): RawLayer;
}

const NUMBER = /^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;

/** `notesPerCode` as in `ReadOptions`. */
export function createLayerBuilder(layer: OsmLayer, notesPerCode?: number): LayerBuilder {
  const geometry = createGeometryBuilder();
  const named = new Set(layer.keys);
  const names = ['id', ...layer.keys, ...(layer.derived ? [layer.derived.column] : []), 'tags'];
  const stores = new Map(names.map((name) => [name, createTextStore()]));
  const rows: number[] = [];
  const notes = createNoteList(notesPerCode);
  let row = 0;

  const set = (column: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') stores.get(column)!.set(rows.length, value);
  };
  const note: LayerBuilder['note'] = ({ name }, code, params = {}) => {
    notes.take(problem(code, params, { row, feature: name }));
  };
  return {
    get rows() {
      return row;
    },
    get features() {
      return rows.length;
    },
    add({ name, tags }, type, shape) {
      geometry.beginFeature(type);
      for (const part of shape) {
        geometry.beginPart();
        for (const ring of part) {
          geometry.beginRing();
          for (let at = 0; at < ring.length; at += 2) geometry.position(ring[at]!, ring[at + 1]!);
        }
      }
      geometry.endFeature();
      set('id', name);
      for (const key of layer.keys) set(key, tagOf(tags, key));
      if (layer.derived) set(layer.derived.column, layer.derived.of(tags));
      set('tags', tagsAsJson(tags, named));
      rows.push(row++);
    },
    skip(element, code, params) {
      note(element, code, params);
      row++;
    },
    note,
    noteAll: (code, params) => notes.add(code, params),
    finish(encoding) {
      const columns = new Map<string, Column>();
      for (const [name, store] of stores) {
        const texts = store.finish(rows.length) as TextColumn;
        columns.set(name, (layer.quantities.includes(name) && asNumbers(texts)) || texts);
      }
      const batch = { geometry: geometry.finish(), columns, rows: Uint32Array.from(rows), ids: [] };
      const plain: RawLayer = { name: layer.name, batch, records: row, crs: 'EPSG:4326', notes: notes.finish() };
      return encoding === undefined ? plain : { ...plain, encoding };
    },
  };
}

/** The same column as numbers; undefined where it is empty or a single text is none. */
function asNumbers({ codes, dictionary }: TextColumn): NumberColumn | undefined {
  if (dictionary.length === 0 || !dictionary.every((text) => NUMBER.test(text))) return undefined;
  const values = Float64Array.from(codes, (code) => (code === 0 ? Number.NaN : Number(dictionary[code - 1])));
  return { type: 'number', values };
}
