/** The pinned words: layer kinds, canonical fields and their values. See docs/glossary.md. */

export const LAYER_KINDS = [
  'bareSoil',
  'constructionSite',
  'industrialPark',
  'stockpile',
  'sweepingRoute',
  'haulRoute',
  'responsibilityZone',
  'patrolZone',
  'hotspot',
  'boundary',
  'road',
  'receptor',
] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

export const SOURCE_KINDS = [
  'bareSoil',
  'constructionSite',
  'industrialPark',
  'stockpile',
] as const satisfies readonly LayerKind[];
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const ZONE_KINDS = ['responsibilityZone', 'patrolZone'] as const satisfies readonly LayerKind[];
export type ZoneKind = (typeof ZONE_KINDS)[number];

export const isLayerKind = (text: string): text is LayerKind => (LAYER_KINDS as readonly string[]).includes(text);
export const isSourceKind = (kind: LayerKind): kind is SourceKind => (SOURCE_KINDS as readonly string[]).includes(kind);
export const isZoneKind = (kind: LayerKind): kind is ZoneKind => (ZONE_KINDS as readonly string[]).includes(kind);

/** Which geometry a layer of a kind may hold. A feature of another type gets a note and is left out of the checks. */
export const GEOMETRY_OF_KIND: Readonly<Record<LayerKind, readonly ('point' | 'line' | 'polygon')[]>> = {
  bareSoil: ['polygon', 'point', 'line'],
  constructionSite: ['polygon', 'point', 'line'],
  industrialPark: ['polygon', 'point'],
  stockpile: ['polygon', 'point'],
  sweepingRoute: ['line', 'polygon'],
  haulRoute: ['line'],
  responsibilityZone: ['polygon'],
  patrolZone: ['polygon'],
  hotspot: ['point', 'polygon'],
  boundary: ['polygon'],
  road: ['line'],
  receptor: ['point', 'polygon'],
};

/** From coarse to fine. */
export const ZONE_LEVELS = ['district', 'street', 'community', 'grid'] as const;
export type ZoneLevel = (typeof ZONE_LEVELS)[number];
/** By what a district is divided for its readers, the first that is there: streets, else what comes nearest. */
export const DIVIDING_LEVELS = ['street', 'community', 'district', 'grid'] as const satisfies readonly ZoneLevel[];

/** How a canonical field's value is stored and compared. */
export type FieldType = 'text' | 'number' | 'date' | 'choice' | 'list';

export interface FieldDefinition {
  readonly type: FieldType;
  /** For `choice` and `list`: the values in use. Others are kept as text and noted. */
  readonly values?: readonly string[];
  /** The dimension of a number that a workspace's `units` may convert. */
  readonly dimension?: 'area' | 'length' | 'siltLoading';
}

const text = { type: 'text' } as const;
const number = { type: 'number' } as const;
const date = { type: 'date' } as const;
const choice = <const V extends readonly string[]>(values: V) => ({ type: 'choice', values }) as const;
/** What is known of a measure. */
export const FOUR_STATES = ['yes', 'no', 'notApplicable', 'notVerified'] as const;
/** The six measures of a construction site 六个百分百. */
export const SITE_MEASURES = [
  'fence',
  'materialCover',
  'wetWork',
  'hardening',
  'vehicleWash',
  'closedTransport',
] as const;
const fourStates = choice(FOUR_STATES);

const COMMON_FIELDS = {
  id: text,
  name: text,
  code: text,
  owner: text,
  person: text,
  phone: text,
  leader: text,
  address: text,
  areaSquareMeters: { type: 'number', dimension: 'area' },
  note: text,
} as const satisfies Record<string, FieldDefinition>;

/** What people may mark patrol zones by on the map; `blue` is how they all look without it. */
export const PATROL_COLOURS = ['blue', 'green', 'violet', 'brown', 'slate'] as const;

const ZONE_FIELDS = { level: choice(ZONE_LEVELS), duty: text, parent: text, shift: text } as const;
const ROUTE_FIELDS = {
  operator: text,
  modes: { type: 'list', values: ['sweep', 'wash', 'spray'] },
  passesPerDay: number,
  grade: text,
} as const satisfies Record<string, FieldDefinition>;

/** The canonical fields beyond the common ones, by kind. */
const FIELDS_BY_KIND = {
  bareSoil: {
    status: choice(['uncovered', 'netted', 'greened', 'hardened']),
    openedAt: date,
    treatedAt: date,
    reopenedAt: date,
  },
  constructionSite: {
    stage: text,
    activeFrom: date,
    activeTo: date,
    fence: fourStates,
    materialCover: fourStates,
    wetWork: fourStates,
    hardening: fourStates,
    vehicleWash: fourStates,
    closedTransport: fourStates,
  },
  industrialPark: { centralHeat: fourStates, wasteGasTreatment: fourStates },
  stockpile: {},
  sweepingRoute: ROUTE_FIELDS,
  haulRoute: ROUTE_FIELDS,
  responsibilityZone: ZONE_FIELDS,
  patrolZone: { ...ZONE_FIELDS, colour: choice(PATROL_COLOURS) },
  hotspot: {
    source: choice(['satellite', 'drone', 'monitor', 'public']),
    kind: text,
    time: date,
    value: number,
    unit: text,
    confidence: text,
    scanMeters: { type: 'number', dimension: 'length' },
    trackMeters: { type: 'number', dimension: 'length' },
  },
  boundary: {},
  road: { grade: text, siltLoadingGramsPerSquareMeter: { type: 'number', dimension: 'siltLoading' } },
  receptor: { kind: choice(['station', 'school', 'hospital', 'other']) },
} as const satisfies Record<LayerKind, Record<string, FieldDefinition>>;

/** All canonical fields of a kind, in the order in which forms and tables show them. */
export function fieldsOfKind(kind: LayerKind): Readonly<Record<string, FieldDefinition>> {
  return { ...COMMON_FIELDS, ...FIELDS_BY_KIND[kind] };
}

const PERSONAL_FIELDS: ReadonlySet<string> = new Set(['person', 'phone', 'leader', 'note']);

/** The people in charge, notes, and columns that are not ours, which may hold anything: they leave the machine only when asked for. */
export function mayNamePeople(kind: LayerKind, field: string): boolean {
  return PERSONAL_FIELDS.has(field) || !Object.hasOwn(fieldsOfKind(kind), field);
}
