/** GPX 1.1 as text: points as waypoints, lines as tracks. GPX knows no areas. Knows no features. */
import { escapeXml } from './xml-text.ts';

type Position = readonly number[];

export interface GpxItem {
  /** Elements in the order of the format's schema: name, cmt, desc, type. Empty ones are left out. */
  readonly words: readonly (readonly [tag: 'name' | 'cmt' | 'desc' | 'type', text: string])[];
  /** Longitude before latitude. A path of one position is a waypoint, the others are the segments of one track. */
  readonly paths: readonly (readonly Position[])[];
}

/** O(positions). */
export function formatGpx(title: string, items: readonly GpxItem[]): string {
  const written = items.map((item) => ({ ...item, xml: wordsXml(item) }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Chentu" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata><name>${escapeXml(title)}</name></metadata>`,
    // The schema has waypoints before tracks.
    ...written.flatMap(({ paths, xml }) =>
      paths.filter((path) => path.length === 1).map((path) => positionXml('wpt', path[0]!, xml)),
    ),
    ...written.map(trackXml),
    '</gpx>',
    '',
  ].join('\n');
}

const wordsXml = ({ words }: GpxItem): string =>
  words.map(([tag, text]) => (text === '' ? '' : `<${tag}>${escapeXml(text)}</${tag}>`)).join('');

const positionXml = (tag: string, [longitude, latitude]: Position, inner: string): string =>
  `<${tag} lat="${latitude}" lon="${longitude}">${inner}</${tag}>`;

function trackXml({ paths, xml }: { readonly paths: GpxItem['paths']; readonly xml: string }): string {
  const segments = paths
    .filter((path) => path.length > 1)
    .map((path) => `<trkseg>${path.map((position) => positionXml('trkpt', position, '')).join('')}</trkseg>`);
  return segments.length > 0 ? `<trk>${xml}${segments.join('')}</trk>` : '';
}
