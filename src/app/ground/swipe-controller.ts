/**
 * Before and after: while the scene on the map has two sides, a second map shows the left one. It is made when it
 * is needed and taken down afterwards; it draws the same drawables and stylings as the first map, by reference.
 */

import { annotationTextPixels } from '../../briefing/ground/annotation-shapes.ts';
import type { Translate } from '../../i18n/make-translator.ts';
import type { FindingShape, InkShape, LayerView, MapTheme, MapView } from '../../map/map-types.ts';
import { swipeLabels } from '../../ui/briefing/ground/swipe-labels.ts';
import type { BaseMapStore } from '../../ui/store/base-map-store.ts';
import type { ScopeMembers } from '../../ui/store/scope-members.ts';
import type { SettingsStore } from '../../ui/store/settings-store.ts';
import type { ViewState, ViewStore } from '../../ui/store/view-store.ts';
import type { WorkspaceStore } from '../../ui/store/workspace-store.ts';
import { findScopeMembers } from '../scope-geometry.ts';
import { findingShapes, shownFindings } from '../shown-findings.ts';
import { type BeforeMap, openBeforeMap } from './before-map.ts';
import { composeHalves } from './compose-halves.ts';
import { createRescoping, type LeftSide, layersOfLeft, leftSideOf } from './left-side.ts';

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
  /** Findings of an earlier month; none where it cannot be read. */
  readonly findingsOfMonth: (month: string) => Promise<readonly FindingShape[]>;
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
  const rescope = createRescoping();
  let before: BeforeMap | undefined;
  let opening: Promise<unknown> = Promise.resolve();
  let asked = 0;
  let views: readonly LayerView[] = [];
  let month: { readonly of: string; readonly findings: readonly FindingShape[] } | undefined;
  let members: ScopeMembers | undefined;
  let stopWatching: readonly (() => void)[] = [];

  const sideNow = (): LeftSide | undefined => {
    const { sceneOnMap, hiddenRules } = view.getState();
    return sceneOnMap?.swipe && leftSideOf(sceneOnMap.swipe, workspace.getState().document?.scenes ?? [], hiddenRules);
  };

  const pushLayers = (side: LeftSide) => {
    const outside = side.scope === 'same' ? undefined : members?.outside;
    before?.view.setLayers(
      layersOfLeft(views, side, ({ id, styling }) =>
        side.scope === 'same' ? styling : rescope(styling, outside?.get(id)),
      ),
    );
  };
  const pushFindings = async (side: LeftSide) => {
    if (side.month !== undefined) {
      const of = side.month;
      if (month?.of !== of) month = { of, findings: await findingsOfMonth(of) };
      const now = sideNow();
      if (now?.month !== of) return;
      before?.view.setFindings(month.findings.filter(({ rule }) => !now.hiddenRules.has(rule)));
      return;
    }
    const shown = { ...view.getState(), hiddenRules: side.hiddenRules, scopeMembers: members };
    const findings = shownFindings(workspace.getState(), shown).filter(({ subjects }) =>
      subjects.every(({ layer }) => !side.withoutLayers.has(layer)),
    );
    before?.view.setFindings(findingShapes(findings, members));
  };
  const pushOverlays = (side: LeftSide, { overlays }: ViewState) => {
    // Clusters stand for the hotspots of the right alone.
    const { layers, withoutLayers } = side;
    const isOther = layers !== undefined || views.some(({ id, kind }) => kind === 'hotspot' && withoutLayers.has(id));
    for (const [name, shapes] of Object.entries(overlays))
      before?.view.setOverlay(name, isOther && name === 'hotspots' ? [] : shapes);
  };
  const pushAll = async () => {
    const side = sideNow();
    if (!before || !side) return;
    members =
      side.scope === 'same'
        ? view.getState().scopeMembers
        : side.scope && findScopeMembers(workspace.getState().features, side.scope);
    before.view.setScopeMask(members?.ground ?? null);
    pushLayers(side);
    pushOverlays(side, view.getState());
    before.setShare(view.getState().swipeShare);
    await pushFindings(side);
  };

  const close = () => {
    asked += 1;
    for (const stop of stopWatching) stop();
    stopWatching = [];
    before?.destroy();
    before = undefined;
    month = undefined;
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
    await before.view.ready;
    if (asked === mine) await pushAll();
  };
  const follow = () => {
    const { map } = view.getState();
    if (!map || !sideNow()) return close();
    opening = before ? pushAll() : open(map);
  };

  view.subscribe((state, was) => {
    const isSame = state.map === was.map && state.sceneOnMap?.swipe === was.sceneOnMap?.swipe;
    if (state.map !== was.map) close();
    // Each scene begins with both sides of the same size.
    if (state.sceneOnMap?.id !== was.sceneOnMap?.id && state.swipeShare !== MIDDLE)
      view.setState({ swipeShare: MIDDLE });
    if (!isSame) return follow();
    if (!before) return;
    if (state.swipeShare !== was.swipeShare) before.setShare(state.swipeShare);
    if (theme() !== before.theme()) before.setTheme(theme());
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
    if (!before) return;
    if (state.language !== was.language) before.view.setLanguage(state.language);
    if (theme() !== before.theme()) before.setTheme(theme());
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
      if (!before || !map || !sceneOnMap || !document) return picture;
      const labels = swipeLabels(sceneOnMap, document, translator());
      if (!labels) return picture;
      const { clientWidth, clientHeight } = map.map.getContainer();
      const ratio = map.map.getPixelRatio();
      return composeHalves(picture, await before.view.capture(), {
        share: swipeShare,
        labels,
        textPixels: annotationTextPixels(presenting, clientWidth, clientHeight) * ratio,
        isDark: theme() === 'dark',
      });
    },
  };
}
