/**
 * Before and after: while the scene on the map has two sides, a second map shows the left one. It is made when it
 * is needed and taken down afterwards; it draws the same drawables and stylings as the first map, by reference.
 * Of another scene it shows layers, rules, scope and hotspots; hotspots one by one, and no filter of a table.
 */
import { annotationTextPixels } from '../../briefing/ground/annotation-shapes.ts';
import type { MonthMark } from '../../engine/protocol.ts';
import type { Translate } from '../../i18n/make-translator.ts';
import type { InkShape, LayerView, MapTheme, MapView } from '../../map/map-types.ts';
import { snapshotPath } from '../../model/months.ts';
import { swipeLabels } from '../../ui/briefing/ground/swipe-labels.ts';
import { createSceneHotspots } from '../../ui/briefing/scene-hotspots.ts';
import type { BaseMapStore } from '../../ui/store/base-map-store.ts';
import type { ScopeMembers } from '../../ui/store/scope-members.ts';
import type { SettingsStore } from '../../ui/store/settings-store.ts';
import type { LayerMasks, ViewStore } from '../../ui/store/view-store.ts';
import type { WorkspaceStore } from '../../ui/store/workspace-store.ts';
import { findScopeMembers } from '../scope-geometry.ts';
import { findingShapes, type ShownFinding, shownFindings } from '../shown-findings.ts';
import { type BeforeMap, openBeforeMap } from './before-map.ts';
import { composeHalves } from './compose-halves.ts';
import { createRestyling, type LeftSide, layersOfLeft, leftSideOf } from './left-side.ts';

export interface SwipeParts {
  readonly view: ViewStore;
  readonly workspace: WorkspaceStore;
  readonly settings: SettingsStore;
  readonly baseMaps: BaseMapStore;
  readonly translator: () => Translate;
  readonly theme: () => MapTheme;
  /** Layers as the first map draws them, now and after every change. */
  readonly watchLayers: (listener: (views: readonly LayerView[]) => void) => () => void;
  /** The annotations of the scene, now and after every change: they reach over the line. */
  readonly watchInk: (listener: (shapes: readonly InkShape[]) => void) => () => void;
  /** Where the findings of an earlier month lay; none where it cannot be read. */
  readonly findingsOfMonth: (month: string) => Promise<readonly MonthMark[]>;
}

export interface SwipeController {
  /** The map of the left side, once it has all that it is to draw; undefined where there is none. */
  settled(): Promise<MapView | undefined>;
  /** A picture of the first map with the left side, the line and the names of both laid over it. */
  compose(picture: Blob): Promise<Blob>;
}

const MIDDLE = 0.5;

export function createSwipeController(parts: SwipeParts): SwipeController {
  const { view, workspace, settings, baseMaps, translator, theme, watchLayers, watchInk, findingsOfMonth } = parts;
  const restyle = createRestyling();
  const hotspotsOf = createSceneHotspots();
  let before: BeforeMap | undefined;
  let opening: Promise<unknown> = Promise.resolve();
  let asked = 0;
  let views: readonly LayerView[] = [];
  let kept: { readonly bytes: Uint8Array | undefined; readonly marks: readonly MonthMark[] } | undefined;
  let members: ScopeMembers | undefined;
  let masks: LayerMasks | undefined;
  let stopWatching: readonly (() => void)[] = [];

  const sideNow = (): LeftSide | undefined => {
    const { sceneOnMap, hiddenRules } = view.getState();
    return sceneOnMap?.swipe && leftSideOf(sceneOnMap.swipe, workspace.getState().document?.scenes ?? [], hiddenRules);
  };

  const pushLayers = (side: LeftSide) => {
    const { other } = side;
    before?.view.setLayers(
      layersOfLeft(views, side, ({ id, styling }) =>
        other
          ? restyle(styling, {
              dimmed: members?.outside.get(id),
              hidden: masks?.get(id),
              recolor: isColoured(other, id) ? styling.recolor : undefined,
            })
          : styling,
      ),
    );
  };
  const findingsOf = (side: LeftSide): readonly ShownFinding[] => {
    const { other, hiddenRules, withoutLayers } = side;
    const now = view.getState();
    const shown = other
      ? {
          ...now,
          hiddenRules,
          scopeMembers: members,
          masks: { time: masks },
          onlyFindings: undefined,
          recolors: alertOf(other, now.recolors),
        }
      : { ...now, hiddenRules };
    return shownFindings(workspace.getState(), shown).filter(({ subjects }) =>
      subjects.every(({ layer }) => !withoutLayers.has(layer)),
    );
  };
  const pushFindings = async (side: LeftSide) => {
    const { month } = side;
    if (month === undefined) return before?.view.setFindings(findingShapes(findingsOf(side), members));
    const bytes = workspace.getState().document?.unread?.files[snapshotPath(month)];
    if (!kept || kept.bytes !== bytes) kept = { bytes, marks: await findingsOfMonth(month) };
    const now = sideNow();
    // Something else was asked for meanwhile.
    if (now?.month !== month) return;
    const marks = kept.marks.filter(({ rule }) => !now.hiddenRules.has(rule));
    before?.view.setFindings(findingShapes(marks, members));
  };
  const pushOverlays = ({ other, withoutLayers }: LeftSide) => {
    // Clusters and grids stand for the hotspots of the right alone.
    const isOther = other !== undefined || views.some(({ id, kind }) => kind === 'hotspot' && withoutLayers.has(id));
    for (const [name, shapes] of Object.entries(view.getState().overlays)) {
      before?.view.setOverlay(name, isOther && name === 'hotspots' ? [] : shapes);
    }
  };
  const pushAll = async () => {
    const side = sideNow();
    if (!before || !side) return;
    const { other } = side;
    const state = workspace.getState();
    members = other ? other.scope && findScopeMembers(state.features, other.scope) : view.getState().scopeMembers;
    masks = other && hotspotsOf(other.hotspots, state);
    before.view.setScopeMask(members?.ground ?? null);
    pushLayers(side);
    pushOverlays(side);
    before.setShare(view.getState().swipeShare);
    await pushFindings(side);
  };

  const close = () => {
    asked += 1;
    for (const stop of stopWatching) stop();
    stopWatching = [];
    before?.destroy();
    before = undefined;
    kept = undefined;
  };
  const open = async (main: MapView) => {
    asked += 1;
    const mine = asked;
    const { createMapView } = await import('../../map/map-view.ts');
    if (asked !== mine || before) return;
    before = openBeforeMap(main, createMapView, {
      theme: theme(),
      language: settings.getState().language,
      baseMap: baseMaps.getState().baseMap,
      texts: { translate: (key) => translator()(key) },
      antialias: !new URLSearchParams(location.search).has('plain'),
    });
    before.view.setPictures(baseMaps.getState().pictureLayers);
    stopWatching = [
      watchLayers((next) => {
        views = next;
        const side = sideNow();
        if (side) pushLayers(side);
      }),
      watchInk((shapes) => before?.view.setInk(shapes)),
    ];
    before.setShare(view.getState().swipeShare);
    await before.view.ready;
    if (asked === mine) await pushAll();
  };
  const follow = () => {
    const { map } = view.getState();
    if (!map || !sideNow()) return close();
    opening = before ? pushAll() : open(map);
  };

  view.subscribe((state, was) => {
    if (state.map !== was.map) close();
    // Each scene begins with both sides of the same size.
    if (state.sceneOnMap?.id !== was.sceneOnMap?.id && state.swipeShare !== MIDDLE) {
      view.setState({ swipeShare: MIDDLE });
    }
    if (state.map !== was.map || state.sceneOnMap?.swipe !== was.sceneOnMap?.swipe) return follow();
    if (!before) return;
    before.setTheme(theme());
    if (state.swipeShare !== was.swipeShare) before.setShare(state.swipeShare);
    const isOther =
      state.hiddenRules !== was.hiddenRules ||
      state.scopeMembers !== was.scopeMembers ||
      state.masks !== was.masks ||
      state.recolors !== was.recolors ||
      state.overlays !== was.overlays;
    if (isOther) opening = pushAll();
  });
  workspace.subscribe((state, was) => {
    const isOther = state.check !== was.check || state.document?.scenes !== was.document?.scenes;
    if (isOther && view.getState().sceneOnMap?.swipe) follow();
  });
  settings.subscribe((state, was) => {
    before?.setTheme(theme());
    if (state.language !== was.language) before?.view.setLanguage(state.language);
  });
  baseMaps.subscribe((state, was) => {
    if (state.baseMap !== was.baseMap) before?.view.setBaseMap(state.baseMap);
    if (state.pictureLayers !== was.pictureLayers) before?.view.setPictures(state.pictureLayers);
  });

  return {
    async settled() {
      // What is asked for while one waits is waited for too.
      for (let waited: Promise<unknown> | undefined; waited !== opening; ) {
        waited = opening;
        await waited;
      }
      return before?.view;
    },
    async compose(picture) {
      const { sceneOnMap, swipeShare, presenting, map } = view.getState();
      const { document } = workspace.getState();
      const labels = sceneOnMap && document && swipeLabels(sceneOnMap, document, translator());
      if (!before || !map || !labels) return picture;
      const { clientWidth, clientHeight } = map.map.getContainer();
      return composeHalves(picture, await before.view.capture(), {
        share: swipeShare,
        labels,
        textPixels: annotationTextPixels(presenting, clientWidth, clientHeight) * map.map.getPixelRatio(),
        isDark: theme() === 'dark',
      });
    },
  };
}

type Other = NonNullable<LeftSide['other']>;
type Recolors = ReturnType<ViewStore['getState']>['recolors'];

/** Colours by an alert or by silt stand on the left only where the other scene has them too. */
const isColoured = ({ whatIf, siltLayers }: Other, layer: string) =>
  whatIf?.alert !== undefined || (siltLayers ?? []).includes(layer);
const alertOf = ({ whatIf }: Other, recolors: Recolors): Recolors => (whatIf?.alert === undefined ? {} : recolors);
