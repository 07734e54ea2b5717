/**
 * A scene 场景 of a briefing: a saved state of the map with its words. Everything that a scene says in numbers
 * names what is to be counted, never a count: it is right next month too. Plain data, as in workspace.json.
 */
import type { Subject } from '../core/subject.ts';
import type { RuleId } from './findings.ts';
import type { GridFilter } from './grid/filter-grid.ts';
import type { LonLat } from './lon-lat.ts';
import type { Scope } from './scope.ts';

export interface Scene {
  readonly id: string;
  readonly title: string;
  readonly caption?: string;
  /** Talking points: for the presenter alone. */
  readonly notes?: string;
  /** Scenes of one group follow each other under its heading. */
  readonly group?: string;
  /** How the wall comes to this scene; absent: it flies. */
  readonly transition?: SceneTransition;
  readonly camera: SceneCamera;
  /** Layer ids that are visible, with their opacity 0 to 1. */
  readonly layers: Readonly<Record<string, number>>;
  /** Rules whose findings show; empty means none. */
  readonly rules: readonly string[];
  /** A finding to point at. */
  readonly finding?: string;
  /** A feature to point at, where no finding is. */
  readonly feature?: Subject;
  /** The scope in force: a street or a unit; absent means the whole district. */
  readonly scope?: Scope;
  /** Absent: the projector's. */
  readonly theme?: 'light' | 'dark' | 'projector';
  readonly hotspots?: SceneHotspots;
  /** Only what is paired shows: unswept stretches of road, and the uncovered bare soil beside them. */
  readonly narrowed?: SceneNarrowing;
  /** The table whose filter narrows the map. */
  readonly filter?: SceneFilter;
  readonly whatIf?: SceneWhatIf;
  /** Layers of roads that are coloured by silt loading 积尘负荷. */
  readonly siltLayers?: readonly string[];
  /** Panels beside and under the map while it is looked at in the app; none of them is on the wall. */
  readonly panel?: string;
  readonly drawer?: string;
  /** Big numbers; absent: one for each rule that shows. Empty: none. */
  readonly numbers?: readonly SceneNumberSpec[];
  /** A table, ranking or row of cards on the wall, filled from the data. */
  readonly board?: SceneBoardSpec;
  readonly annotations?: readonly SceneAnnotation[];
  readonly swipe?: SceneSwipe;
  /** What another release or a hand wrote there that is not understood: saved again as it was. */
  readonly carried?: Readonly<Record<string, unknown>>;
}

export interface SceneCamera {
  /** The middle of the part of the map that no panel covered. */
  readonly center: LonLat;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
  /** Size of that part in CSS pixels: on a wall of another size the zoom follows, so that the same ground is seen. */
  readonly room?: readonly [widthPixels: number, heightPixels: number];
}

export const SCENE_TRANSITIONS = ['fly', 'cut', 'timePlay'] as const;
/** `timePlay`: the hotspots' time runs up to the scene's own. */
export interface SceneTransition {
  readonly type: (typeof SCENE_TRANSITIONS)[number];
}

/** Which hotspots are shown and how they are drawn. */
export interface SceneHotspots {
  readonly drawing: string;
  /** What the cells of a grid show; absent: the unit that most hotspots have, else their number. */
  readonly measure?: { readonly type: 'count' } | { readonly type: 'value'; readonly unit: string };
  /** A span of ISO instants, its end not part of it; or the calendar month in Beijing of the workspace's date. Absent: all. */
  readonly time?: { readonly from: string; readonly end: string } | 'month';
  /** Values of each facet that are switched off. */
  readonly off?: {
    readonly source?: readonly string[];
    readonly kind?: readonly string[];
    readonly confidence?: readonly string[];
  };
}

export interface SceneFilter {
  /** One of the two: whose table it is. */
  readonly layer?: string;
  readonly rule?: RuleId;
  readonly filter: GridFilter;
}

export interface SceneWhatIf {
  readonly alert?: 'yellow' | 'orange' | 'red';
  /** A wind that somebody set, or the reading of a station at the workspace's clock. */
  readonly wind?: { readonly fromDegrees: number; readonly force?: number } | { readonly station: Subject };
  /** How far one looks upwind; absent: the rule pack's. */
  readonly reachMeters?: number;
  /** Which sources upwind count; absent: all. */
  readonly minAreaSquareMeters?: number;
  readonly onlyOpenSoil?: boolean;
}

/** One big number, bound to the data: what is counted, in the scene's scope. */
export type SceneNumberSpec =
  /** Open findings of a rule, or one of their measures added up. */
  | { readonly of: 'findings'; readonly rule: RuleId; readonly measure: SceneMeasure; readonly label?: string }
  /** A figure of the summary of the check: of the whole district, whatever the scope. */
  | { readonly of: 'summary'; readonly value: SceneSummaryValue; readonly label?: string }
  /** Unswept roads and the uncovered bare soil beside them. */
  | { readonly of: 'roadsideSoil'; readonly value: SceneRoadsideValue; readonly label?: string }
  /** Features of a layer, or the ground they cover. */
  | {
      readonly of: 'layer';
      readonly layer: string;
      readonly measure: 'count' | 'areaSquareMeters';
      readonly label?: string;
    };

export const SCENE_NARROWINGS = ['roadsideSoil'] as const;
export type SceneNarrowing = (typeof SCENE_NARROWINGS)[number];

export const SCENE_MEASURES = ['count', 'areaSquareMeters', 'lengthMeters'] as const;
/** `areaSquareMeters` is the uncovered part where the rule has one. */
export type SceneMeasure = (typeof SCENE_MEASURES)[number];
export const SCENE_SUMMARY_VALUES = [
  'sources',
  'zones',
  'boundaryAreaSquareMeters',
  'uncoveredAreaSquareMeters',
] as const;
/** `roads` are unswept stretches with soil beside them; `areaSquareMeters` is the soil's, each patch once. */
export const SCENE_ROADSIDE_VALUES = ['pairs', 'roads', 'areaSquareMeters'] as const;
export type SceneRoadsideValue = (typeof SCENE_ROADSIDE_VALUES)[number];
export type SceneSummaryValue = (typeof SCENE_SUMMARY_VALUES)[number];

/** What stands on the wall beside the map, filled from the data of now. */
export type SceneBoardSpec =
  /** Findings of a rule by street: bars with counts and ground. */
  | { readonly type: 'byStreet'; readonly rule: RuleId }
  /** The worst findings of a rule, by the order of the findings, as cards with pictures. */
  | { readonly type: 'worst'; readonly rule: RuleId; readonly limit: number }
  /** Streets or units by their findings, with the counting rules. */
  | { readonly type: 'ranking'; readonly of: 'street' | 'owner' }
  /** Findings that were handed out, by deadline. */
  | { readonly type: 'tasks'; readonly limit: number }
  /** Unswept roads with the uncovered bare soil beside them, a row a stretch. */
  | { readonly type: 'roadsideSoil'; readonly limit: number }
  /** This month against the one before. */
  | { readonly type: 'months' };

/** Marks that sit on the ground, WGS84. */
export type SceneAnnotation = { readonly id: string; readonly text?: string } & (
  | { readonly type: 'arrow'; readonly from: LonLat; readonly to: LonLat }
  | { readonly type: 'ring'; readonly center: LonLat; readonly radiusMeters: number }
  | { readonly type: 'text'; readonly at: LonLat }
);

/** Before and after, on the two sides of a line that is dragged: what the left side shows. */
export type SceneSwipe =
  /** What another scene shows, with this scene's camera. */
  | { readonly left: 'scene'; readonly scene: string }
  /** Without some layers, and without the findings of some rules: a zone plan that is not there yet. */
  | { readonly left: 'without'; readonly layers: readonly string[]; readonly rules?: readonly RuleId[] }
  /** The findings of an earlier month that the workspace keeps, `2026-10`. */
  | { readonly left: 'month'; readonly month: string };
