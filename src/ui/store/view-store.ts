/** What is looked at: selection, scope, layers shown, open dialogs. Not undoable, not part of the document. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../core/result.ts';
import { type Subject, subjectKey } from '../../core/subject.ts';
import type { Progress } from '../../core/task.ts';
import type { FeatureRecolor, MapView, OverlayShape, Padding } from '../../map/map-types.ts';
import type { CaseStanding } from '../../model/cases.ts';
import type { RuleId } from '../../model/findings.ts';
import type { Scene, SceneNarrowing } from '../../model/scene.ts';
import type { Scope } from '../../model/scope.ts';
import type { ScopeMembers } from './scope-members.ts';
import type { Theme } from './settings-store.ts';
import { INITIAL_WHAT_IF, type WhatIfState } from './what-if-state.ts';
import type { Notice } from './workspace-store.ts';

export type Mode = 'browse' | 'draw' | 'brief';
export const MODES = ['browse', 'draw', 'brief'] as const satisfies readonly Mode[];

/** One idea everywhere: map, list, card. */
export type Target =
  | { readonly type: 'finding'; readonly id: string }
  | { readonly type: 'feature'; readonly subject: Subject };

export function sameTarget(a: Target | undefined, b: Target | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && targetKey(a) === targetKey(b));
}
export function targetKey(target: Target): string {
  return target.type === 'finding' ? `finding ${target.id}` : `feature ${subjectKey(target.subject)}`;
}

export type Dialog = 'search' | 'settings' | 'help' | 'compare' | 'slivers' | 'returns';
export type FindingsList = 'findings' | 'unchecked' | 'notes';

export interface LayerLook {
  readonly visible: boolean;
  /** 0 to 1, on top of the symbology's own. */
  readonly opacity: number;
  /** Zones: whether their leaders 包联领导 are written on the map. Names of people: off unless asked for. */
  readonly leaders?: boolean;
}
export const DEFAULT_LOOK: LayerLook = { visible: true, opacity: 1 };

/** What stands in the drawer under the map. */
export const DRAWER_TABS = ['table', 'charts', 'time'] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];

/** Panels beside the layers, of which one is open at a time. */
export const SIDE_PANELS = ['whatIf', 'rules', 'baseMaps', 'measure'] as const;
export type SidePanel = (typeof SIDE_PANELS)[number];

/** What a click on the map means while it is set, instead of selecting. */
export type PointerTool = 'measure' | 'area' | 'annotate';

/** Why features are filtered out: each reason replaces its own masks and leaves the others'. */
export type MaskReason = 'time' | 'filter' | 'area' | 'narrowed';
/** 1 for a feature that is not drawn and not picked, by layer. */
export type LayerMasks = ReadonlyMap<string, Uint8Array>;
/** By what features are coloured instead of by their kind. Where two speak of one layer, the later one holds. */
export const RECOLOR_REASONS = ['siltLoading', 'alert'] as const;
export type RecolorReason = (typeof RECOLOR_REASONS)[number];

/** Something that takes long beside the check: writing a file. */
export interface RunningWork {
  /** Text key of what is being done. */
  readonly name: string;
  readonly progress: Progress | undefined;
  cancel(): void;
}

export interface ViewState {
  readonly mode: Mode;
  /** A feature whose shape is to be taken in hand as soon as the drawing tools stand. */
  readonly toReshape: Subject | undefined;
  /** Something is being drawn: the pointer means that, and previews nothing else. */
  readonly isDrawing: boolean;
  readonly selection: Target | undefined;
  readonly hover: Target | undefined;
  /** Everything under the last click, finest first; `selection` is one of them. */
  readonly underPointer: readonly Target[];
  readonly scope: Scope | undefined;
  /** What lies in the scope; undefined without one. */
  readonly scopeMembers: ScopeMembers | undefined;
  readonly looks: Readonly<Record<string, LayerLook>>;
  /** Rules whose findings the map does not mark. */
  readonly hiddenRules: ReadonlySet<RuleId>;
  readonly openRules: ReadonlySet<RuleId>;
  readonly list: FindingsList;
  readonly filter: string;
  /** Only findings whose cases stand so are listed. */
  readonly standing: CaseStanding | undefined;
  readonly dialog: Dialog | undefined;
  /** Files of returned slips that the dialog about them looks at. */
  readonly returned: readonly File[];
  readonly historyOpen: boolean;
  /** Undefined: the drawer is closed. */
  readonly drawer: DrawerTab | undefined;
  readonly panel: SidePanel | undefined;
  readonly pointerTool: PointerTool | undefined;
  /** The panel that counts what lies in an area drawn on the map. */
  readonly areaOpen: boolean;
  readonly masks: { readonly [reason in MaskReason]?: LayerMasks };
  /** What a scene of the briefing narrows the map to; its masks and `onlyFindings` follow once that is measured. */
  readonly narrowed: SceneNarrowing | undefined;
  /** Of these rules no other findings are on the map, by id. */
  readonly onlyFindings: ReadonlyMap<RuleId, ReadonlySet<string>> | undefined;
  /** Layers whose features something else stands for: clusters, a grid. They are neither drawn nor picked one by one. */
  readonly drawnOtherwise: ReadonlySet<string>;
  readonly recolors: { readonly [reason in RecolorReason]?: ReadonlyMap<string, FeatureRecolor> };
  /** Drawn over the data, by the name of who draws it. */
  readonly overlays: Readonly<Record<string, readonly OverlayShape[]>>;
  /** The scene that was put on the map: its annotations are drawn, and its before beside its after. */
  readonly sceneOnMap: Scene | undefined;
  /** Id of the annotation of that scene that is being edited: it has handles. */
  readonly annotationInHand: string | undefined;
  /** The editors of annotations and of before and after are unfolded under that scene. */
  readonly groundOpen: boolean;
  /** Where its before gives way to its after: share of the map's width, from the left. */
  readonly swipeShare: number;
  readonly whatIf: WhatIfState;
  readonly work: RunningWork | undefined;
  readonly notices: readonly Notice[];
  /** The map, once it stands: for drawing tools and scenes. */
  readonly map: MapView | undefined;
  /** A briefing is on: the map has the look of its scene, else the projector's. */
  readonly presenting: boolean;
  /** What of the wall words, numbers and board cover. */
  readonly wallRoom: Padding | undefined;
  /** The look that the scene on the map asks for; undefined: none was put there. */
  readonly sceneTheme: Theme | undefined;
  /** Files are being dragged over the page. */
  readonly dragging: boolean;
}
export type ViewStore = StoreApi<ViewState>;

export const INITIAL_VIEW: ViewState = {
  mode: 'browse',
  toReshape: undefined,
  isDrawing: false,
  selection: undefined,
  hover: undefined,
  underPointer: [],
  scope: undefined,
  scopeMembers: undefined,
  looks: {},
  hiddenRules: new Set(),
  openRules: new Set(),
  list: 'findings',
  filter: '',
  standing: undefined,
  dialog: undefined,
  returned: [],
  historyOpen: false,
  drawer: undefined,
  panel: undefined,
  pointerTool: undefined,
  areaOpen: false,
  masks: {},
  narrowed: undefined,
  onlyFindings: undefined,
  drawnOtherwise: new Set(),
  recolors: {},
  overlays: {},
  sceneOnMap: undefined,
  annotationInHand: undefined,
  groundOpen: false,
  swipeShare: 0.5,
  whatIf: INITIAL_WHAT_IF,
  work: undefined,
  notices: [],
  map: undefined,
  presenting: false,
  wallRoom: undefined,
  sceneTheme: undefined,
  dragging: false,
};

export function createViewStore(): ViewStore {
  return createStore<ViewState>()(() => INITIAL_VIEW);
}

export function lookOf(state: Pick<ViewState, 'looks'>, layer: string): LayerLook {
  return state.looks[layer] ?? DEFAULT_LOOK;
}

export function changeLook(store: ViewStore, layer: string, change: Partial<LayerLook>): void {
  store.setState((state) => ({ looks: { ...state.looks, [layer]: { ...lookOf(state, layer), ...change } } }));
}

/** Filters features out for one reason; undefined shows them again. */
export function setMasks(store: ViewStore, reason: MaskReason, masks: LayerMasks | undefined): void {
  store.setState((state) => ({ masks: { ...state.masks, [reason]: masks } }));
}

export function setRecolors(
  store: ViewStore,
  reason: RecolorReason,
  recolors: ReadonlyMap<string, FeatureRecolor> | undefined,
): void {
  store.setState((state) => ({ recolors: { ...state.recolors, [reason]: recolors } }));
}

/** Draws over the data under a name; an empty list takes it away. */
export function setOverlay(store: ViewStore, name: string, shapes: readonly OverlayShape[]): void {
  store.setState((state) => ({ overlays: { ...state.overlays, [name]: shapes } }));
}

export function changeWhatIf(store: ViewStore, change: Partial<WhatIfState>): void {
  store.setState(({ whatIf }) => ({ whatIf: { ...whatIf, ...change } }));
}

/** Whether any reason filters a feature out. */
export function isMasked({ masks }: Pick<ViewState, 'masks'>, layer: string, feature: number): boolean {
  return Object.values(masks).some((byLayer) => byLayer?.get(layer)?.[feature] === 1);
}

export function toggleIn<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** Adds notices; one that already stands is not said twice. */
export function addNotices(store: ViewStore, severity: Notice['severity'], problems: readonly Problem[]): void {
  store.setState(({ notices }) => {
    const standing = new Set(notices.map((notice) => JSON.stringify(notice.problem)));
    const fresh = problems.filter((problem) => !standing.has(JSON.stringify(problem)));
    const lastId = notices.reduce((highest, notice) => Math.max(highest, notice.id), 0);
    return {
      notices: [...notices, ...fresh.map((problem, index) => ({ id: lastId + 1 + index, severity, problem }))],
    };
  });
}

export function dismissNotice(store: ViewStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Escape: one step back from wherever one is. Returns whether there was anything to step back from. */
export function stepBack(store: ViewStore, clear: { selection(): void; cell(): boolean; scope(): void }): boolean {
  const state = store.getState();
  if (state.dialog) store.setState({ dialog: undefined });
  else if (state.historyOpen) store.setState({ historyOpen: false });
  else if (state.pointerTool) store.setState({ pointerTool: undefined });
  else if (state.selection) clear.selection();
  else if (clear.cell()) return true;
  else if (state.filter) store.setState({ filter: '' });
  else if (state.scope) clear.scope();
  else if (state.areaOpen) store.setState({ areaOpen: false });
  else if (state.panel) store.setState({ panel: undefined });
  else if (state.drawer) store.setState({ drawer: undefined });
  else return false;
  return true;
}
