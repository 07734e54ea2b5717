/**
 * One entry of `scenes` in workspace.json. What makes a scene must be there; of the rest, a part that cannot be
 * used is named and left out of the scene, and saved again as it was. Parts of later releases are kept in silence.
 */
import { type Problem, problem } from '../../core/result.ts';
import { parseDateText } from '../../model/date-text.ts';
import { RULE_IDS } from '../../model/findings.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { isMonth } from '../../model/months.ts';
import {
  SCENE_MEASURES,
  SCENE_NARROWINGS,
  SCENE_ROADSIDE_VALUES,
  SCENE_SUMMARY_VALUES,
  SCENE_TRANSITIONS,
  type Scene,
} from '../../model/scene.ts';
import { shorten } from './parse-layer-entry.ts';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isFields(value) && Object.entries(checks).every(([key, check]) => check(value[key]));
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const recordOf =
  (check: Check): Check =>
  (value) =>
    isFields(value) && Object.values(value).every(check);

const isPlace: Check = (value) => {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(isNumber)) return false;
  const [longitude, latitude] = value as unknown as LonLat;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
};
const isDate: Check = (value) => typeof value === 'string' && parseDateText(value) !== undefined;
const isMonthText: Check = (value) => typeof value === 'string' && isMonth(value);
const isRule = oneOf(...RULE_IDS);
const isSubject = fields({ layer: isText, feature: isText });
const isLimit: Check = (value) => Number.isInteger(value) && (value as number) > 0;
const texts = listOf(isText);

const isColumnFilter = either(
  fields({ type: oneOf('contains'), text: isText }),
  fields({ type: oneOf('oneOf'), values: texts }),
  fields({ type: oneOf('numbers'), from: optional(isNumber), to: optional(isNumber) }),
  fields({ type: oneOf('days'), from: optional(isText), to: optional(isText) }),
);

const REQUIRED: Readonly<Record<string, Check>> = {
  id: isText,
  title: isText,
  camera: fields({
    center: isPlace,
    zoom: isNumber,
    bearing: isNumber,
    pitch: isNumber,
    room: optional((value) => Array.isArray(value) && value.length === 2 && value.every((side) => Number(side) > 0)),
  }),
  layers: recordOf(isNumber),
  rules: texts,
};

const OPTIONAL: Readonly<Record<string, Check>> = {
  caption: isText,
  notes: isText,
  group: isText,
  transition: fields({ type: oneOf(...SCENE_TRANSITIONS) }),
  finding: isText,
  feature: isSubject,
  scope: either(fields({ type: oneOf('zone'), zone: isSubject }), fields({ type: oneOf('owner'), owner: isText })),
  theme: oneOf('light', 'dark', 'projector'),
  hotspots: fields({
    drawing: isText,
    measure: optional(either(fields({ type: oneOf('count') }), fields({ type: oneOf('value'), unit: isText }))),
    time: optional(either(oneOf('month'), fields({ from: isDate, end: isDate }))),
    off: optional(fields({ source: optional(texts), kind: optional(texts), confidence: optional(texts) })),
  }),
  narrowed: oneOf(...SCENE_NARROWINGS),
  filter: fields({
    layer: optional(isText),
    rule: optional(isRule),
    filter: fields({ text: isText, columns: recordOf(isColumnFilter) }),
  }),
  whatIf: fields({
    alert: optional(oneOf('yellow', 'orange', 'red')),
    wind: optional(
      either(fields({ fromDegrees: isNumber, force: optional(isNumber) }), fields({ station: isSubject })),
    ),
    reachMeters: optional((value) => isNumber(value) && Number(value) > 0),
    minAreaSquareMeters: optional(isNumber),
    onlyOpenSoil: optional((value) => typeof value === 'boolean'),
  }),
  siltLayers: texts,
  panel: isText,
  drawer: isText,
  numbers: listOf(
    either(
      fields({ of: oneOf('findings'), rule: isRule, measure: oneOf(...SCENE_MEASURES), label: optional(isText) }),
      fields({ of: oneOf('summary'), value: oneOf(...SCENE_SUMMARY_VALUES), label: optional(isText) }),
      fields({ of: oneOf('roadsideSoil'), value: oneOf(...SCENE_ROADSIDE_VALUES), label: optional(isText) }),
      fields({
        of: oneOf('layer'),
        layer: isText,
        measure: oneOf('count', 'areaSquareMeters'),
        label: optional(isText),
      }),
    ),
  ),
  board: either(
    fields({ type: oneOf('byStreet'), rule: isRule }),
    fields({ type: oneOf('worst'), rule: isRule, limit: isLimit }),
    fields({ type: oneOf('ranking'), of: oneOf('street', 'owner') }),
    fields({ type: oneOf('tasks'), limit: isLimit }),
    fields({ type: oneOf('roadsideSoil'), limit: isLimit }),
    fields({ type: oneOf('months') }),
  ),
  annotations: listOf(
    either(
      fields({ id: isText, text: optional(isText), type: oneOf('arrow'), from: isPlace, to: isPlace }),
      fields({ id: isText, text: optional(isText), type: oneOf('ring'), center: isPlace, radiusMeters: isNumber }),
      fields({ id: isText, text: optional(isText), type: oneOf('text'), at: isPlace }),
    ),
  ),
  swipe: either(
    fields({ left: oneOf('scene'), scene: isText }),
    fields({ left: oneOf('without'), layers: texts, rules: optional(listOf(isRule)) }),
    fields({ left: oneOf('month'), month: isMonthText }),
  ),
};

export interface ParsedScene {
  readonly scene: Scene;
  readonly notes: readonly Problem[];
}

/** Undefined where it is no scene at all. */
export function parseScene(value: unknown): ParsedScene | undefined {
  if (!fields(REQUIRED)(value)) return undefined;
  const used: Record<string, unknown> = {};
  const carried: Record<string, unknown> = {};
  const notes: Problem[] = [];
  for (const [key, found] of Object.entries(value as Fields)) {
    const check = REQUIRED[key] ?? OPTIONAL[key];
    if (check?.(found)) used[key] = found;
    else {
      carried[key] = found;
      if (check) {
        const { title } = value as unknown as Scene;
        notes.push(problem('scene-part-left-aside', { scene: title, key, found: shorten(found) }));
      }
    }
  }
  const isWhole = Object.keys(carried).length === 0;
  return { scene: { ...used, ...(isWhole ? {} : { carried }) } as unknown as Scene, notes };
}

/** As it is written: what was carried stands among the rest again. */
export function formatScene({ carried, ...scene }: Scene): unknown {
  return { ...carried, ...scene };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
