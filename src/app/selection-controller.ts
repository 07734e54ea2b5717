/** Selection, hover, scope and search results: from a click or a row to what the map shows of it. */
import type { Subject } from '../core/subject.ts';
import { createLatestOnly } from '../draw/latest-only.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import { geometryToGeoJson } from '../geo/geometry-column.ts';
import type { MapPointer } from '../map/map-types.ts';
import type { Finding } from '../model/findings.ts';
import { footprintOf } from '../model/hotspot-footprint.ts';
import { isZoneKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Scope } from '../model/scope.ts';
import type { SelectOptions } from '../ui/commands.ts';
import type { SettingsStore } from '../ui/store/settings-store.ts';
import type { CellPlace } from '../ui/store/time-store.ts';
import { isMasked, lookOf, sameTarget, type Target, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { boundsOfGeometries, containsPoint } from './geojson-places.ts';
import type { DrawnHit } from './hotspot-card.ts';
import type { MapController } from './map-controller.ts';
import { CLOSEST_ZOOM } from './map-scale.ts';
import { findScopeMembers } from './scope-geometry.ts';
import { shownFindings } from './shown-findings.ts';

/** Near enough to see the shape, far enough to see where it lies. */
const SELECTION_MAX_ZOOM = 16;
const PICK_TOLERANCE_PIXELS = 6;
/** A second click this near the first means the same place: it goes on to the next thing there. */
const SAME_PLACE_PIXELS = 5;

export interface SelectionController {
  select(target: Target | undefined, options?: SelectOptions): void;
  hover(target: Target | undefined): void;
  cycle(step: 1 | -1): void;
  setScope(scope: Scope | undefined, options?: Pick<SelectOptions, 'zoom'>): void;
  zoomToSelection(): void;
  zoomToPlace(at: LonLat): void;
  click(pointer: MapPointer): Promise<void>;
  point(pointer: MapPointer | null): void;
  /** The workspace changed: what is gone is no longer selected, and the scope's members are found anew. */
  refresh(): void;
}

export interface SelectionControllerParts {
  readonly engine: EngineClient;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly settings: SettingsStore;
  readonly map: MapController;
  /** Hotspots that are drawn together. */
  readonly drawn: DrawnHotspots;
}

export interface DrawnHotspots {
  at(pointer: MapPointer): DrawnHit | undefined;
  /** Shows the card of a cell; undefined closes it. */
  openCell(place: CellPlace | undefined): void;
}

export function createSelectionController(parts: SelectionControllerParts): SelectionController {
  const { engine, workspace, view, settings, map, drawn } = parts;
  let lastClick: readonly [number, number] | undefined;
  /** Shapes come from the engine; only the newest is shown. */
  let shapeAsked = 0;

  const findingOf = (target: Target | undefined): Finding | undefined =>
    target?.type === 'finding' ? workspace.getState().findingById.get(target.id) : undefined;

  const geometryOfSubject = (layer: string, feature: string): GeoJSON.Geometry[] => {
    const found = workspace.getState().features.get(layer);
    const index = found?.indexOf(feature);
    if (!found || index === undefined) return [];
    const pixel = found.layer.kind === 'hotspot' ? footprintOf(found.batch, index) : undefined;
    const geometry = pixel ?? geometryToGeoJson(found.batch.geometry, index);
    return geometry ? [geometry] : [];
  };

  /** What is known at once: a feature's own geometry; a finding's shape, else its subjects. */
  const geometriesOf = (target: Target | undefined): GeoJSON.Geometry[] => {
    if (!target) return [];
    if (target.type === 'feature') return geometryOfSubject(target.subject.layer, target.subject.feature);
    const finding = findingOf(target);
    if (!finding) return [];
    if (finding.geometry) return [finding.geometry];
    return finding.subjects.flatMap((subject) => geometryOfSubject(subject.layer, subject.feature));
  };

  const show = async (target: Target | undefined, zoom: boolean) => {
    shapeAsked += 1;
    const asked = shapeAsked;
    const geometries = geometriesOf(target);
    map.setSelection(geometries);
    const finding = findingOf(target);
    if (zoom) zoomTo(geometries, finding?.at);
    if (!finding || finding.geometry) return;
    const shape = await engine.shape(finding.id);
    if (asked === shapeAsked && shape.ok && shape.value) map.setSelection([shape.value]);
  };

  const zoomTo = (geometries: readonly GeoJSON.Geometry[], at?: LonLat) => {
    const bounds = boundsOfGeometries(geometries);
    if (bounds) map.fitBounds(bounds, SELECTION_MAX_ZOOM);
    else if (at) map.fitBounds([at[0], at[1], at[0], at[1]], SELECTION_MAX_ZOOM);
  };

  const select = (target: Target | undefined, { zoom = true, reveal = true }: SelectOptions = {}) => {
    const finding = findingOf(target);
    view.setState((state) => ({
      selection: target,
      underPointer: target && state.underPointer.some((one) => sameTarget(one, target)) ? state.underPointer : [],
      // What is selected on the map is to be seen in the list.
      ...(finding && reveal
        ? { openRules: new Set([...state.openRules, finding.rule]), list: 'findings' as const }
        : {}),
    }));
    // The wall has a card of its own, and leaves the panels of the page behind it as they are.
    const isSeen = reveal && !view.getState().presenting;
    if (target && isSeen && !settings.getState().findingsOpen) settings.getState().change({ findingsOpen: true });
    void show(target, zoom && target !== undefined);
  };

  const visibleLayers = () =>
    (workspace.getState().document?.layers ?? [])
      .filter(({ id }) => lookOf(view.getState(), id).visible && !view.getState().drawnOtherwise.has(id))
      .map((layer) => layer.id);

  /**
   * Everything under a point, finest first: sources, routes and hotspots, then findings with ground of
   * their own (the smallest first), then the zones and boundaries that hold them.
   */
  const pick = async ({ at, metersPerPixel }: MapPointer): Promise<Target[]> => {
    const toleranceMeters = PICK_TOLERANCE_PIXELS * metersPerPixel;
    const picked = await engine.pick({ at, toleranceMeters, layers: visibleLayers() });
    const subjects = (picked.ok ? picked.value : []).filter(({ layer, feature }) => {
      const index = workspace.getState().features.get(layer)?.indexOf(feature);
      return index === undefined || !isMasked(view.getState(), layer, index);
    });
    const findings = shownFindings(workspace.getState(), view.getState())
      .filter(({ geometry }) => geometry && containsPoint(geometry, at))
      .sort((a, b) => (a.measures.areaSquareMeters ?? 0) - (b.measures.areaSquareMeters ?? 0));
    const isGround = ({ layer }: Subject) => {
      const kind = workspace.getState().features.get(layer)?.layer.kind;
      return kind !== undefined && (isZoneKind(kind) || kind === 'boundary');
    };
    const asTarget = (subject: Subject): Target => ({ type: 'feature', subject });
    return [
      ...subjects.filter((subject) => !isGround(subject)).map(asTarget),
      ...findings.map(({ id }): Target => ({ type: 'finding', id })),
      ...subjects.filter(isGround).map(asTarget),
    ];
  };

  const hover = (target: Target | undefined) => {
    if (sameTarget(view.getState().hover, target)) return;
    view.setState({ hover: target });
    map.setHover(geometriesOf(target));
  };

  let pointing = false;
  const latestPoint = createLatestOnly<MapPointer, Target[]>(pick, ([first]) => pointing && hover(first));

  const step = (count: 1 | -1) => {
    const { underPointer, selection } = view.getState();
    if (underPointer.length === 0) return;
    const place = underPointer.findIndex((target) => sameTarget(target, selection));
    const next = underPointer[(place + count + underPointer.length) % underPointer.length];
    select(next, { zoom: false });
  };

  /** Nearer, its hotspots stand apart; where they never do, they are gone through one by one. */
  const openCluster = ({ bounds, isOnePlace, hotspots }: DrawnHit & { readonly type: 'cluster' }) => {
    if (!isOnePlace) return map.fitBounds(bounds, CLOSEST_ZOOM);
    const targets = hotspots.map((subject): Target => ({ type: 'feature', subject }));
    view.setState({ underPointer: targets });
    select(targets[0], { zoom: false });
  };

  return {
    select,
    hover,
    cycle: step,
    setScope(scope, { zoom = true } = {}) {
      const members = scope && findScopeMembers(workspace.getState().features, scope);
      view.setState({ scope: members ? scope : undefined, scopeMembers: members });
      if (!zoom) return;
      const bounds = members?.ground ? boundsOfGeometries([members.ground]) : undefined;
      if (bounds) map.fitBounds(bounds);
      else if (members) map.fitFeatures(members.outside);
    },
    zoomToSelection() {
      const { selection } = view.getState();
      zoomTo(geometriesOf(selection), findingOf(selection)?.at);
    },
    zoomToPlace: (at) => zoomTo([], at),
    async click(pointer) {
      if (view.getState().pointerTool) return;
      // A count opens where it stands: nearer, the marks are there one by one.
      if (pointer.counted && view.getState().mode === 'browse') return map.fitBounds(pointer.counted);
      const hit = view.getState().mode === 'browse' && !view.getState().presenting ? drawn.at(pointer) : undefined;
      if (hit?.type === 'cluster') return openCluster(hit);
      const [x, y] = pointer.pixel;
      const isSamePlace = lastClick !== undefined && Math.hypot(x - lastClick[0], y - lastClick[1]) < SAME_PLACE_PIXELS;
      lastClick = pointer.pixel;
      if (isSamePlace && view.getState().underPointer.length > (hit ? 0 : 1)) return step(1);
      if (hit) {
        // A cell covers everything: its card comes first, what lies in it with the next click at the same place.
        select(undefined);
        drawn.openCell(hit.place);
        view.setState({ underPointer: await pick(pointer) });
        return undefined;
      }
      drawn.openCell(undefined);
      const targets = await pick(pointer);
      view.setState({ underPointer: targets });
      select(targets[0], { zoom: false });
    },
    point(pointer) {
      // While something is drawn, the engine's time belongs to what it takes in; on a wall nothing shows that nobody asked for.
      const { isDrawing, pointerTool, presenting } = view.getState();
      pointing = pointer !== null && !isDrawing && !pointerTool && !presenting;
      if (pointer && pointing) latestPoint.ask(pointer);
      else {
        latestPoint.forget();
        hover(undefined);
      }
    },
    refresh() {
      const { selection, scope } = view.getState();
      const { features, findingById } = workspace.getState();
      if (scope) {
        const members = findScopeMembers(features, scope);
        view.setState({ scope: members ? scope : undefined, scopeMembers: members });
      }
      const isThere =
        selection === undefined ||
        (selection.type === 'finding'
          ? findingById.has(selection.id)
          : features.get(selection.subject.layer)?.indexOf(selection.subject.feature) !== undefined);
      if (isThere) void show(selection, false);
      else select(undefined);
    },
  };
}
