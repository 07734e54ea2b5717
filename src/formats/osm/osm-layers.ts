/**
 * Which elements of OpenStreetMap are of use against dust, and as which layer. Light: the import dialog
 * reads it to propose a layer's kind. What stands in no row here is left out, and counted by the reader.
 */
import type { LayerKind } from '../../model/kinds.ts';
import { hasTag, type OsmTags, tagOf } from './osm-tags.ts';

export interface OsmLayer {
  /** The layer's name in the file as read; the same for every file. */
  readonly name: string;
  readonly kind: LayerKind;
  /** What else its features may serve as. */
  readonly otherKinds: readonly LayerKind[];
  /** `area`: closed ways and relations. `place`: those, and single nodes. */
  readonly shape: 'line' | 'area' | 'place';
  /** Half an outline is worse than none: features that are not whole in the file are left out. */
  readonly onlyWhole: boolean;
  /** Keys with a column of their own, in this order; all others share the column `tags`. */
  readonly keys: readonly string[];
  /** Of these, the ones that are quantities: a column of numbers where every value is a plain one. */
  readonly quantities: readonly string[];
  /** A column worked out from the tags. */
  readonly derived?: { readonly column: string; readonly of: (tags: OsmTags) => string | undefined };
  readonly holds: (tags: OsmTags) => boolean;
}

/**
 * Carriageways. `track` is among them: unpaved, it raises more dust than any other. Not: footway, path,
 * steps, cycleway, bridleway, pedestrian (people), bus_guideway, raceway, escape (no public traffic),
 * construction and proposed (no traffic yet), platform, corridor, services (no way at all).
 */
const CARRIAGEWAYS = new Set([
  ...['motorway', 'trunk', 'primary', 'secondary', 'tertiary'],
  ...['motorway_link', 'trunk_link', 'primary_link', 'secondary_link', 'tertiary_link'],
  ...['unclassified', 'residential', 'living_street', 'service', 'busway', 'track', 'road'],
]);
/**
 * Ground that lies open: loose sand and bare soil. Not: greenfield (meant for building, but as a rule still
 * grown over), bare_rock, scree and shingle (too coarse to blow, and far from any street).
 */
const BARE_GROUND = new Set(['sand', 'bare_soil', 'bare_ground']);
const RECEPTOR_KINDS: ReadonlyMap<string, string> = new Map([
  ['school', 'school'],
  ['kindergarten', 'school'],
  ['hospital', 'hospital'],
  ['clinic', 'hospital'],
]);
/** China: 6 district or county, 8 street or town, 10 community or village. */
const ZONE_LEVELS: ReadonlyMap<string, string> = new Map([
  ['6', 'district'],
  ['8', 'street'],
  ['10', 'community'],
]);

const only = (...values: string[]): ReadonlySet<string> => new Set(values);
const CONSTRUCTION = only('construction');
const BROWNFIELD = only('brownfield');
const INDUSTRIAL = only('industrial');
const DUMPS = only('quarry', 'landfill');
const SPOIL_HEAP = only('spoil_heap');
const ADMINISTRATIVE = only('administrative');
const AMENITIES: ReadonlySet<string> = new Set(RECEPTOR_KINDS.keys());

const NAMES = ['name', 'name:zh'];
const AREA = { shape: 'area', otherKinds: [], onlyWhole: false, quantities: [] } as const;

/** In the order in which a file's layers are given. An element of several uses is in several layers. */
export const OSM_LAYERS: readonly OsmLayer[] = [
  {
    name: 'roads',
    kind: 'road',
    otherKinds: [],
    shape: 'line',
    onlyWhole: false,
    keys: [...NAMES, 'highway', 'ref', 'surface', 'lanes', 'width', 'oneway', 'bridge', 'tunnel'],
    quantities: ['lanes', 'width'],
    holds: (tags) => hasTag(tags, 'highway', CARRIAGEWAYS),
  },
  {
    ...AREA,
    name: 'construction',
    kind: 'constructionSite',
    keys: [...NAMES, 'landuse', 'building', 'construction', 'operator', 'start_date'],
    holds: (tags) => hasTag(tags, 'landuse', CONSTRUCTION) || hasTag(tags, 'building', CONSTRUCTION),
  },
  {
    ...AREA,
    name: 'brownfield',
    kind: 'bareSoil',
    keys: [...NAMES, 'landuse', 'natural', 'landcover', 'operator'],
    holds: (tags) =>
      hasTag(tags, 'landuse', BROWNFIELD) ||
      hasTag(tags, 'natural', BARE_GROUND) ||
      hasTag(tags, 'landcover', BARE_GROUND),
  },
  {
    ...AREA,
    name: 'industrial',
    kind: 'industrialPark',
    keys: [...NAMES, 'landuse', 'industrial', 'product', 'operator'],
    holds: (tags) => hasTag(tags, 'landuse', INDUSTRIAL),
  },
  {
    ...AREA,
    name: 'quarry_landfill',
    kind: 'stockpile',
    keys: [...NAMES, 'landuse', 'man_made', 'resource', 'operator'],
    holds: (tags) => hasTag(tags, 'landuse', DUMPS) || hasTag(tags, 'man_made', SPOIL_HEAP),
  },
  {
    ...AREA,
    name: 'receptors',
    kind: 'receptor',
    shape: 'place',
    keys: [...NAMES, 'amenity', 'operator', 'phone'],
    derived: { column: 'kind', of: (tags) => RECEPTOR_KINDS.get(tagOf(tags, 'amenity') ?? '') },
    holds: (tags) => hasTag(tags, 'amenity', AMENITIES),
  },
  {
    ...AREA,
    name: 'boundaries',
    kind: 'boundary',
    otherKinds: ['responsibilityZone'],
    onlyWhole: true,
    keys: [...NAMES, 'admin_level', 'boundary', 'ref'],
    derived: { column: 'level', of: (tags) => ZONE_LEVELS.get(tagOf(tags, 'admin_level') ?? '') },
    holds: (tags) => hasTag(tags, 'boundary', ADMINISTRATIVE),
  },
];

/** The layers an element belongs to by its tags, as bits by position in `OSM_LAYERS`. O(tags). */
export function layersOfTags(tags: OsmTags): number {
  if (tags.length === 0) return 0;
  let layers = 0;
  for (let layer = 0; layer < OSM_LAYERS.length; layer++) if (OSM_LAYERS[layer]!.holds(tags)) layers |= 1 << layer;
  return layers;
}

const layersOfShapes = (...shapes: OsmLayer['shape'][]): number =>
  OSM_LAYERS.reduce((bits, { shape }, layer) => (shapes.includes(shape) ? bits | (1 << layer) : bits), 0);
/** Layers that take areas, lines, single nodes. */
export const AREA_LAYERS = layersOfShapes('area', 'place');
export const LINE_LAYERS = layersOfShapes('line');
export const NODE_LAYERS = layersOfShapes('place');
export const WHOLE_ONLY_LAYERS = OSM_LAYERS.reduce(
  (bits, { onlyWhole }, layer) => (onlyWhole ? bits | (1 << layer) : bits),
  0,
);
