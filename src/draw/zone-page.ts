/**
 * Features as one page that any browser opens, on a phone too, without a network: a drawing with the
 * roads around, the fields, and the corners as numbers. No link, no script, nothing that is fetched.
 */
import { escapeXml } from '../core/xml-text.ts';
import type { EditedFeature } from '../model/workspace.ts';
import { type ExportOptions, fieldsToKeep, nameOf, pathsOf } from './zone-export.ts';

type Position = GeoJSON.Position;

export interface NamedLine {
  readonly name: string;
  readonly paths: readonly (readonly Position[])[];
}

export interface PageOptions extends Omit<ExportOptions, 'format'> {
  /** Of the document. */
  readonly language: string;
  /** What else is known of a feature, as label and text: its area, its length. */
  readonly factsOf: (feature: EditedFeature) => readonly (readonly [label: string, text: string])[];
  readonly roads: readonly NamedLine[];
  readonly words: {
    readonly corners: string;
    readonly number: string;
    readonly longitude: string;
    readonly latitude: string;
    /** What datum the numbers are in, and when this was made. */
    readonly foot: string;
  };
}

const WIDTH = 720;
const MOST_HEIGHT = 900;
const MARGIN = 0.12;
/** More corners than that are a drawing and no table: the other formats have them all. */
const MOST_LISTED = 120;
const MOST_NAMES = 10;
/** Between two names, in units of the drawing. */
const NAME_ROOM = 90;

/** A whole document. Text stays text: everything from the data is escaped. */
export function formatZonePage(features: readonly EditedFeature[], options: PageOptions): string {
  const { title, language, words } = options;
  const sections = features.map((feature) => sectionOf(feature, options, features.length === 1));
  return `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
${features.length > 1 ? drawing(features, options) : ''}
${sections.join('\n')}
<footer>${escapeXml(words.foot)}</footer>
</body>
</html>
`;
}

const STYLE = `
body{font:16px/1.5 system-ui,"Microsoft YaHei","PingFang SC",sans-serif;margin:0 auto;padding:16px;max-width:${WIDTH}px;color:#1b2733;background:#fff}
h1{font-size:1.3rem;margin:0 0 12px}h2{font-size:1.1rem;margin:24px 0 8px}
svg{width:100%;height:auto;border:1px solid #c9d1d9;background:#f5f5f0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:4px 8px;border-bottom:1px solid #e3e7eb;vertical-align:top}th{font-weight:600;width:8em}
.corners th{width:auto}footer{margin-top:24px;color:#5a6772;font-size:.85rem}
.road{fill:none;stroke:#b8bec4;stroke-width:3}.name{font-size:19px;fill:#5a6772;text-anchor:middle;paint-order:stroke;stroke:#f5f5f0;stroke-width:5}
.zone{fill:#1d4ed826;fill-rule:evenodd;stroke:#1d4ed8;stroke-width:2.5;stroke-linejoin:round}
.title{font-size:22px;font-weight:600;fill:#1d3a8a;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:4}
.scale{fill:none;stroke:#1b2733;stroke-width:2}.small{font-size:19px;fill:#1b2733}
@media print{svg{break-inside:avoid}}`;

/** Of an only feature the page's title says the name. */
function sectionOf(feature: EditedFeature, options: PageOptions, isOnly: boolean): string {
  const { labelOf, textOf, words, factsOf } = options;
  const kept = Object.entries(fieldsToKeep(feature, options)).filter(
    ([field, value]) => value !== null && value !== '' && field !== 'name',
  );
  const rows = [
    ...factsOf(feature),
    ...kept.map(([field, value]) => [labelOf(field), textOf(field, value)] as const),
  ].map(([label, text]) => `<tr><th>${escapeXml(label)}</th><td>${escapeXml(text)}</td></tr>`);
  const corners = feature.geometry ? pathsOf(feature.geometry).map(openPath) : [];
  const count = corners.reduce((sum, path) => sum + path.length, 0);
  return [
    isOnly ? '' : `<h2>${escapeXml(nameOf(feature))}</h2>`,
    drawing([feature], options),
    `<table>${rows.join('')}</table>`,
    count > 0 && count <= MOST_LISTED ? cornerTable(corners.flat(), words) : '',
  ].join('\n');
}

function cornerTable(corners: readonly Position[], words: PageOptions['words']): string {
  const rows = corners.map(
    ([x = 0, y = 0], index) => `<tr><td>${index + 1}</td><td>${x.toFixed(6)}</td><td>${y.toFixed(6)}</td></tr>`,
  );
  const head = [words.number, words.longitude, words.latitude].map((word) => `<th>${escapeXml(word)}</th>`).join('');
  return `<h2>${escapeXml(words.corners)}</h2>\n<table class="corners"><tr>${head}</tr>${rows.join('')}</table>`;
}

const openPath = (path: readonly Position[]): readonly Position[] =>
  path.length > 1 && String(path[0]) === String(path.at(-1)) ? path.slice(0, -1) : path;

/** North is up; a degree of longitude as long as it is in the middle, which suffices to find one's way. */
function drawing(features: readonly EditedFeature[], { roads }: PageOptions): string {
  const shapes = features.map(({ geometry }) => (geometry ? pathsOf(geometry) : []));
  const box = boxOf(shapes.flat(2));
  if (!box) return '';
  const sheet = sheetOf(box);
  const line = (path: readonly Position[]) =>
    path.map((position) => sheet.at(position).map(tenths).join(' ')).join('L');
  const inSight = roads.flatMap(({ name, paths }) =>
    paths.filter((path) => sheet.holdsSome(path)).map((path) => ({ name, path })),
  );
  const zones = shapes.map((paths) => `<path class="zone" d="${paths.map((path) => `M${line(path)}`).join('')}"/>`);
  const titles = features.flatMap((feature, index) => {
    const own = boxOf(shapes[index]!.flat());
    if (!own || features.length === 1) return [];
    const [x, y] = sheet.at([(own.west + own.east) / 2, (own.south + own.north) / 2]);
    return [`<text class="title" x="${tenths(x)}" y="${tenths(y)}">${escapeXml(nameOf(feature))}</text>`];
  });
  return [
    `<svg viewBox="0 0 ${sheet.width} ${tenths(sheet.height)}" role="img">`,
    ...inSight.map(({ path }) => `<path class="road" d="M${line(path)}"/>`),
    ...zones,
    ...roadNames(inSight, sheet),
    ...titles,
    scaleBar(sheet),
    '</svg>',
  ].join('\n');
}

/** The longest roads in sight first, each named once, in the middle of what is seen of it. */
function roadNames(
  roads: readonly { readonly name: string; readonly path: readonly Position[] }[],
  sheet: Sheet,
): string[] {
  const seen = new Map<string, (readonly [x: number, y: number])[]>();
  for (const { name, path } of roads) {
    if (!name) continue;
    const inside = path
      .map(sheet.at)
      .filter(([x, y]) => x > 60 && y > 30 && x < sheet.width - 60 && y < sheet.height - 50);
    seen.set(name, [...(seen.get(name) ?? []), ...inside]);
  }
  const places = new Map<string, readonly [x: number, y: number]>();
  for (const [name, inside] of [...seen].sort(([, a], [, b]) => spanOf(b) - spanOf(a))) {
    if (places.size === MOST_NAMES) break;
    const place = inside[inside.length >> 1];
    const isCrowded =
      place && [...places.values()].some(([x, y]) => Math.hypot(x - place[0], y - place[1]) < NAME_ROOM);
    if (place && !isCrowded) places.set(name, place);
  }
  return Array.from(
    places,
    ([name, [x, y]]) => `<text class="name" x="${tenths(x)}" y="${tenths(y)}">${escapeXml(name)}</text>`,
  );
}

function spanOf(places: readonly (readonly [x: number, y: number])[]): number {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return places.length === 0 ? 0 : Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

function scaleBar({ height, metersPerUnit }: Sheet): string {
  const longest = 160 * metersPerUnit;
  const step = 10 ** Math.floor(Math.log10(longest));
  const meters = [5, 2, 1].map((times) => times * step).find((length) => length <= longest) ?? step;
  const end = 16 + meters / metersPerUnit;
  const y = tenths(height - 16);
  const words = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
  return `<path class="scale" d="M16 ${y - 5}V${y}H${tenths(end)}V${y - 5}"/><text class="small" x="${tenths(end + 6)}" y="${y}">${words}</text>`;
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function boxOf(positions: readonly Position[]): Box | undefined {
  if (positions.length === 0) return undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly metersPerUnit: number;
  at(position: Position): readonly [x: number, y: number];
  /** Whether the path's box meets the sheet. */
  holdsSome(path: readonly Position[]): boolean;
}

const METERS_PER_DEGREE = 111_320;
/** So much is seen around a single point. */
const LEAST_METERS = 100;

function sheetOf({ west, south, east, north }: Box): Sheet {
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const narrowing = Math.cos((middle[1] * Math.PI) / 180);
  const across = Math.max(LEAST_METERS, (east - west) * METERS_PER_DEGREE * narrowing) * (1 + 2 * MARGIN);
  const upward = Math.max(LEAST_METERS, (north - south) * METERS_PER_DEGREE) * (1 + 2 * MARGIN);
  const metersPerUnit = Math.max(across / WIDTH, upward / MOST_HEIGHT);
  const height = Math.max(WIDTH / 3, upward / metersPerUnit);
  const at = ([x = 0, y = 0]: Position): readonly [number, number] => [
    WIDTH / 2 + ((x - middle[0]) * METERS_PER_DEGREE * narrowing) / metersPerUnit,
    height / 2 - ((y - middle[1]) * METERS_PER_DEGREE) / metersPerUnit,
  ];
  return {
    width: WIDTH,
    height,
    metersPerUnit,
    at,
    holdsSome(path) {
      const box = boxOf(path);
      if (!box) return false;
      const [left, bottom] = at([box.west, box.south]);
      const [right, top] = at([box.east, box.north]);
      return right >= 0 && left <= WIDTH && bottom >= 0 && top <= height;
    },
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
