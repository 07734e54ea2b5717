import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { captureScene } from '../briefing/capture-scene.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { Camera, MapView } from '../map/map-types.ts';
import { type Finding, RULE_IDS } from '../model/findings.ts';
import type { GridFilter } from '../model/grid/filter-grid.ts';
import type { Scene } from '../model/scene.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { AppServices } from '../ui/app-context.tsx';
import { captureShown, readView, showScene } from '../ui/briefing/scene-view.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { createSettingsStore, type Settings } from '../ui/store/settings-store.ts';
import { createTableStore, type TableName, tableKey } from '../ui/store/table-store.ts';
import { createTimeStore, HOTSPOT_DRAWINGS, type TimeState } from '../ui/store/time-store.ts';
import {
  createViewStore,
  DRAWER_TABS,
  SIDE_PANELS,
  setMasks,
  type Target,
  type ViewState,
} from '../ui/store/view-store.ts';
import { createWorkspaceStore } from '../ui/store/workspace-store.ts';
import { buildTestFeatures } from '../ui/test-features.ts';
import { createNarrowingController } from './ground/narrowing-controller.ts';
import { createSelectionController } from './selection-controller.ts';
import { createSiltLoading } from './silt-loading.ts';
import { createTimeController } from './time-controller.ts';

const point = (longitude: number): GeoJSON.Point => ({ type: 'Point', coordinates: [longitude, 34.7] });
const square: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [113.5, 34.6],
      [113.7, 34.6],
      [113.7, 34.8],
      [113.5, 34.8],
      [113.5, 34.6],
    ],
  ],
};
const features = buildTestFeatures([
  { id: 'soil', kind: 'bareSoil', rows: [{ id: 's1', geometry: square, owner: '甲街道' }] },
  { id: 'zones', kind: 'responsibilityZone', rows: [{ id: 'z1', geometry: square, level: 'street', owner: '甲街道' }] },
  { id: 'roads', kind: 'road', rows: [{ id: 'r1', siltLoadingGramsPerSquareMeter: 0.4 }] },
  {
    id: 'spots',
    kind: 'hotspot',
    rows: [
      { id: 'h1', geometry: point(113.55), time: '2026-11-02', source: 'satellite', kind: 'dust' },
      { id: 'h2', geometry: point(113.65), time: '2026-10-20', source: 'drone', kind: 'straw' },
    ],
  },
]);
const station = { layer: 'spots', feature: 'station' };
const document = {
  name: '示范区',
  asOf: '2026-11-23T07:00:00+08:00',
  layers: [...features.values()].map(({ layer }) => layer),
  rulePack: {},
  series: [
    {
      id: 'one',
      station,
      timesMs: Float64Array.of(Date.parse('2026-11-23T06:00:00+08:00')),
      pm10: Float64Array.of(Number.NaN),
      windFromDegrees: Float64Array.of(315),
      windForce: Float64Array.of(3),
    },
  ],
} as unknown as WorkspaceDocument;
const finding = { id: 'f1', rule: 'zone-overlap', subjects: [], at: [113.6, 34.7], status: 'open', measures: {} };

const NOTHING_BESIDE = { ok: true, value: { withinMeters: 50, pairs: [], unknownPatches: 0 }, notes: [] } as const;

/** Stores and controllers are the real ones; of the map only its camera matters, of the page only who follows a filter. */
function createPage(): AppServices {
  const view = createViewStore();
  const workspace = createWorkspaceStore();
  const time = createTimeStore();
  const noStorage = createKeyValueStorage(() => {
    throw new Error('none');
  });
  const tables = createTableStore(noStorage);
  const settings = createSettingsStore(noStorage, { theme: 'light', findingsOpen: false } as Settings);
  let camera: Camera = { center: [113.6, 34.7], zoom: 11, bearing: 0, pitch: 0 };
  const map = {
    camera: () => camera,
    freeCamera: () => ({ ...camera, room: [1000, 700] }),
    setFreeCamera({ room: _, ...next }: Camera) {
      camera = next;
    },
    on: () => () => {},
  } as unknown as MapView;
  const engine = {
    shape: async () => ({ ok: true, value: null }),
    groundShares: async () => ({ ok: false }),
  } as unknown as EngineClient;
  const fitted = { setSelection() {}, setHover() {}, fitBounds: vi.fn(), fitFeatures: vi.fn() };
  const drawn = { at: () => undefined, openCell() {} };
  const selection = createSelectionController({ engine, workspace, view, settings, map: fitted as never, drawn });
  const services = { view, workspace, time, tables, settings } as unknown as AppServices;
  tables.subscribe(({ onMap }) => setMasks(view, 'filter', onMap ? new Map() : undefined));
  createNarrowingController({ view, workspace, roadsideSoil: async () => NOTHING_BESIDE });
  createTimeController({ time, view, workspace, settings, engine: engine as never, translate: (key) => key });
  workspace.setState({
    document,
    features,
    check: { asOf: document.asOf, findings: [finding] } as never,
    findingById: new Map([['f1', finding as unknown as Finding]]),
  });
  view.setState({ map });
  const commands = { ...selection, showSiltLoading: createSiltLoading(workspace, view) };
  return Object.assign(services, { commands, fitted });
}

const chosen = <T>(values: readonly T[]) => fc.subarray([...values]);
const look = fc.record({ visible: fc.boolean(), opacity: fc.constantFrom(0.25, 0.5, 1) });
const target: fc.Arbitrary<Target | undefined> = fc.constantFrom(
  undefined,
  { type: 'finding', id: 'f1' } as const,
  { type: 'feature', subject: { layer: 'soil', feature: 's1' } } as const,
);
const filter: fc.Arbitrary<GridFilter> = fc.record({
  text: fc.constantFrom('', '东'),
  columns: fc.constantFrom<GridFilter['columns']>({}, { status: { type: 'oneOf', values: ['未覆盖'] } }),
});
const month = { fromMs: Date.parse('2026-11-01T00:00:00+08:00'), endMs: Date.parse('2026-12-01T00:00:00+08:00') };
const states = fc.record({
  camera: fc.record({
    center: fc.constantFrom([113.6, 34.7] as const, [113.64, 34.72] as const),
    zoom: fc.constantFrom(11, 13.25),
    bearing: fc.constantFrom(0, 30),
    pitch: fc.constant(0),
  }),
  looks: fc.record({ soil: look, zones: look, roads: look }, { requiredKeys: [] }),
  hiddenRules: chosen(RULE_IDS),
  silt: fc.boolean(),
  target,
  scope: fc.constantFrom<ViewState['scope']>(
    undefined,
    { type: 'zone', zone: { layer: 'zones', feature: 'z1' } },
    { type: 'owner', owner: '甲街道' },
  ),
  theme: fc.constantFrom<Settings['theme']>('light', 'dark', 'projector'),
  time: fc.record({
    drawing: fc.constantFrom(...HOTSPOT_DRAWINGS),
    range: fc.constantFrom(undefined, month, { fromMs: month.fromMs + 1, endMs: month.endMs }),
    off: fc.record({
      source: chosen(['drone', '']).map((values) => new Set(values)),
      kind: chosen(['dust']).map((values) => new Set(values)),
      confidence: fc.constant(new Set<string>()),
    }),
  }),
  table: fc.constantFrom<TableName | undefined>(
    undefined,
    { type: 'layer', layer: 'soil' },
    { type: 'rule', rule: 'zone-overlap' },
  ),
  filter,
  narrowed: fc.constantFrom(undefined, 'roadsideSoil' as const),
  panel: fc.constantFrom(undefined, ...SIDE_PANELS),
  drawer: fc.constantFrom(undefined, ...DRAWER_TABS),
  whatIf: fc.record({
    alert: fc.constantFrom(undefined, 'red' as const),
    wind: fc.constantFrom<ViewState['whatIf']['wind']>(
      undefined,
      { fromDegrees: 90, force: undefined },
      { fromDegrees: 315, force: 3, reading: { station, timeMs: Date.parse('2026-11-23T06:00:00+08:00') } },
    ),
    reachMeters: fc.constantFrom(undefined, 3000),
    minAreaSquareMeters: fc.constantFrom(0, 5000),
    onlyOpenSoil: fc.boolean(),
  }),
});
type State = typeof states extends fc.Arbitrary<infer S> ? S : never;

/** As a user would have it: through stores and commands. */
function arrange(state: State, { view, time, tables, settings, commands }: AppServices): void {
  const { looks, hiddenRules, narrowed, panel, drawer, whatIf, table } = state;
  settings.setState({ theme: state.theme });
  view.getState().map?.setFreeCamera(state.camera);
  view.setState({ looks, hiddenRules: new Set(hiddenRules), narrowed, panel, drawer, whatIf });
  commands.showSiltLoading('roads', state.silt);
  commands.setScope(state.scope);
  commands.select(state.target);
  time.setState(state.time as Partial<TimeState>);
  tables.setState({
    onMap: table,
    queries: table
      ? { [tableKey(table)]: { filter: state.filter, sorts: [], groupBy: undefined, folded: new Set() } }
      : {},
  });
}

const sceneOf = (services: AppServices): Scene => captureScene(readView(services), [], '场景');

/** A hundred pages with all their stores take a second, and longer on a machine that has much to do. */
const SLOW_MS = 60_000;

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

describe('a scene and what is looked at', () => {
  it(
    'comes back on whatever is looked at meanwhile',
    async () => {
      await fc.assert(
        fc.asyncProperty(states, states, async (before, after) => {
          const services = createPage();
          arrange(before, services);
          const scene = sceneOf(services);
          arrange(after, services);
          await showScene(scene, services);
          expect(sceneOf(services)).toEqual(scene);
        }),
        { numRuns: 60 },
      );
    },
    SLOW_MS,
  );

  it(
    'leaves nothing behind of a scene that was only shown for a picture',
    async () => {
      await fc.assert(
        fc.asyncProperty(states, states, async (before, other) => {
          const services = createPage();
          arrange(other, services);
          const scene = sceneOf(services);
          arrange(before, services);
          const { camera: _, ...shown } = sceneOf(services);
          const [panels, whatIf, findingsOpen] = [
            services.view.getState().panel,
            services.view.getState().whatIf,
            services.settings.getState().findingsOpen,
          ];
          const back = captureShown(services);
          await showScene(scene, services);
          back();
          expect(sceneOf(services)).toMatchObject(shown);
          expect(Object.keys(sceneOf(services)).sort()).toEqual([...Object.keys(shown), 'camera'].sort());
          expect(services.view.getState().panel).toBe(panels);
          expect(services.view.getState().whatIf).toBe(whatIf);
          expect(services.settings.getState().findingsOpen).toBe(findingsOpen);
        }),
        { numRuns: 40 },
      );
    },
    SLOW_MS,
  );

  it('passes over what the workspace no longer has', async () => {
    const services = createPage();
    const scene: Scene = {
      ...sceneOf(services),
      layers: { soil: 0.5, gone: 1 },
      siltLayers: ['gone'],
      finding: 'gone',
      scope: { type: 'zone', zone: { layer: 'zones', feature: 'gone' } },
      filter: { layer: 'gone', filter: { text: '', columns: {} } },
      hotspots: { drawing: 'swarm' },
      panel: 'gone',
      drawer: 'gone',
    };
    await showScene(scene, services);
    const { finding, scope, filter: onMap, panel, drawer, layers, hotspots, siltLayers } = readView(services);
    expect({ finding, scope, onMap, panel, drawer, hotspots, siltLayers }).toEqual({});
    expect(layers).toEqual({ soil: 0.5 });
  });

  it('opens no panel and moves the map once, to its own camera', async () => {
    const services = createPage() as AppServices & { fitted: { fitBounds: ReturnType<typeof vi.fn> } };
    const camera = { center: [113.62, 34.71] as const, zoom: 14, bearing: 0, pitch: 0, room: [2000, 1400] as const };
    const scope = { type: 'owner', owner: '甲街道' } as const;
    await showScene({ ...sceneOf(services), camera, scope, finding: 'f1' }, services);
    expect(services.view.getState().selection).toEqual({ type: 'finding', id: 'f1' });
    expect(services.settings.getState().findingsOpen).toBe(false);
    expect(services.fitted.fitBounds).not.toHaveBeenCalled();
    // Half the room in each direction: half the scale, one zoom further out.
    expect(services.view.getState().map?.camera()).toEqual({ center: [113.62, 34.71], zoom: 13, bearing: 0, pitch: 0 });
  });

  it('lets the hotspots come one day after the other, and ends at its own time', async () => {
    vi.useFakeTimers();
    const services = createPage();
    const seen: (number | undefined)[] = [];
    const scene: Scene = {
      ...sceneOf(services),
      hotspots: { drawing: 'points', time: 'month' },
      transition: { type: 'timePlay' },
    };
    const stop = services.time.subscribe(({ range }, before) => range !== before.range && seen.push(range?.endMs));
    const shown = showScene(scene, services, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(3500);
    await shown;
    stop();
    expect(services.time.getState().range).toEqual(month);
    // November ends with the data on the 3rd: two days, then the whole month.
    expect(seen.slice(1)).toEqual([
      Date.parse('2026-11-02T00:00:00+08:00'),
      Date.parse('2026-11-03T00:00:00+08:00'),
      month.endMs,
    ]);
    vi.useRealTimers();
  });

  it('breaks off time that runs when another scene comes', async () => {
    vi.useFakeTimers();
    const services = createPage();
    const stop = new AbortController();
    const scene: Scene = { ...sceneOf(services), transition: { type: 'timePlay' } };
    const first = showScene(scene, services, stop.signal);
    await vi.advanceTimersByTimeAsync(500);
    expect(services.time.getState().range).toBeDefined();
    stop.abort();
    await showScene({ ...scene, hotspots: { drawing: 'points', time: 'month' } }, services);
    await first;
    expect(services.time.getState().range).toEqual(month);
    vi.useRealTimers();
  });
});
