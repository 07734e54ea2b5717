/**
 * Features as plain files to hand on: GeoJSON (RFC 7946), KML for maps on a phone, GPX as tracks along
 * the borders. WGS84. Names of people and their numbers go along only where the caller asks for them.
 */
import { formatGpx } from '../core/gpx-text.ts';
import { escapeXml } from '../core/xml-text.ts';
import type { Value } from '../model/feature-batch.ts';
import type { EditedFeature } from '../model/workspace.ts';

export const EXPORT_FORMATS = ['geojson', 'kml', 'gpx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES = {
  geojson: 'application/geo+json',
  kml: 'application/vnd.google-earth.kml+xml',
  gpx: 'application/gpx+xml',
} as const satisfies Record<ExportFormat, string>;

/** Fields that name a person. What a file's own columns hold is not known, so they are left out as well. */
const PERSONAL_FIELDS: ReadonlySet<string> = new Set(['person', 'phone', 'leader']);

export interface ExportOptions {
  readonly format: ExportFormat;
  /** With the people in charge, and with the columns that are not ours. */
  readonly withPersonal: boolean;
  /** Our own fields: all others may hold anything. */
  readonly knownFields: ReadonlySet<string>;
  /** What a field is called, in the user's language; for the description that phones show. */
  readonly labelOf: (field: string) => string;
  /** And what it holds: codes as words. */
  readonly textOf: (field: string, value: Value) => string;
  /** What the file is called inside. */
  readonly title: string;
}

/** Keeps the order given and every coordinate as it is. */
export function formatFeatures(features: readonly EditedFeature[], options: ExportOptions): string {
  const kept = features.map((feature) => ({ ...feature, properties: fieldsToKeep(feature, options) }));
  switch (options.format) {
    case 'geojson':
      return formatGeoJson(kept);
    case 'kml':
      return formatKml(kept, options);
    case 'gpx':
      return gpxOf(kept, options);
  }
}

export function fieldsToKeep(
  { properties }: EditedFeature,
  { withPersonal, knownFields }: Pick<ExportOptions, 'withPersonal' | 'knownFields'>,
): EditedFeature['properties'] {
  if (withPersonal) return properties;
  const isKept = (field: string) => knownFields.has(field) && !PERSONAL_FIELDS.has(field) && field !== 'note';
  return Object.fromEntries(Object.entries(properties).filter(([field]) => isKept(field)));
}

function formatGeoJson(features: readonly EditedFeature[]): string {
  const list = features.map(({ id, geometry, properties }) => ({
    type: 'Feature',
    id,
    properties: { id, ...properties },
    geometry: geometry && wound(geometry),
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features: list }, null, 1)}\n`;
}

function wound(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(windRing) };
  if (geometry.type !== 'MultiPolygon') return geometry;
  return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(windRing)) };
}

/** Outer rings (the first) counter-clockwise, holes clockwise. */
function windRing(ring: GeoJSON.Position[], index: number): GeoJSON.Position[] {
  let doubleArea = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] as GeoJSON.Position;
    const [x2 = 0, y2 = 0] = ring[i] as GeoJSON.Position;
    doubleArea += x1 * y2 - x2 * y1;
  }
  return doubleArea > 0 === (index === 0) ? ring : ring.toReversed();
}

/** KML 2.2; the border in colour over faint ground, so that the place is seen through it. */
function formatKml(features: readonly EditedFeature[], options: ExportOptions): string {
  const placemarks = features.map((feature) => {
    const shapes = feature.geometry ? kmlGeometry(wound(feature.geometry)) : '';
    const text = escapeXml(describe(feature.properties, options));
    return `<Placemark><name>${escapeXml(nameOf(feature))}</name><description>${text}</description><styleUrl>#zone</styleUrl>${shapes}</Placemark>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escapeXml(options.title)}</name>`,
    '<Style id="zone"><LineStyle><color>ffd84e1d</color><width>3</width></LineStyle><PolyStyle><color>26d84e1d</color></PolyStyle></Style>',
    ...placemarks,
    '</Document></kml>',
    '',
  ].join('\n');
}

function kmlGeometry(geometry: GeoJSON.Geometry): string {
  const path = (positions: readonly GeoJSON.Position[]) =>
    `<coordinates>${positions.map(([x, y]) => `${x},${y}`).join(' ')}</coordinates>`;
  const polygon = (rings: readonly GeoJSON.Position[][]) => {
    const sides = rings.map((ring, index) => {
      const side = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
      return `<${side}><LinearRing>${path(ring)}</LinearRing></${side}>`;
    });
    return `<Polygon><tessellate>1</tessellate>${sides.join('')}</Polygon>`;
  };
  const line = (positions: readonly GeoJSON.Position[]) =>
    `<LineString><tessellate>1</tessellate>${path(positions)}</LineString>`;
  const point = (position: GeoJSON.Position) => `<Point>${path([position])}</Point>`;
  const several = (parts: readonly string[]) => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'LineString':
      return line(geometry.coordinates);
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPoint':
      return several(geometry.coordinates.map(point));
    case 'MultiLineString':
      return several(geometry.coordinates.map(line));
    case 'MultiPolygon':
      return several(geometry.coordinates.map(polygon));
    case 'GeometryCollection':
      return several(geometry.geometries.map(kmlGeometry));
  }
}

/** A track per feature, a segment per ring or line; points as waypoints. */
function gpxOf(features: readonly EditedFeature[], options: ExportOptions): string {
  const items = features.map((feature) => ({
    words: [
      ['name', nameOf(feature)],
      ['desc', describe(feature.properties, options)],
    ] as const,
    paths: feature.geometry ? pathsOf(feature.geometry) : [],
  }));
  return formatGpx(options.title, items);
}

/** Rings, lines and points alike, each a path. */
export function pathsOf(geometry: GeoJSON.Geometry): readonly (readonly GeoJSON.Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pathsOf);
  }
}

export const nameOf = ({ id, properties }: EditedFeature) => String(properties.name || id);

function describe(
  properties: Readonly<Record<string, Value>>,
  { labelOf, textOf }: Pick<ExportOptions, 'labelOf' | 'textOf'>,
): string {
  return Object.entries(properties)
    .filter(([field, value]) => value !== null && value !== '' && field !== 'id' && field !== 'name')
    .map(([field, value]) => `${labelOf(field)}：${textOf(field, value)}`)
    .join('\n');
}
