import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngineClient } from '../engine/engine-client.ts';
import { createInlinePort } from '../engine/engine-port.ts';
import { createJobs } from '../engine/jobs.ts';
import type { Patch } from '../model/patch.ts';
import { createWorkspaceStore as createWorkspaceStorage } from '../storage/workspace-store.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { createSettingsStore } from '../ui/store/settings-store.ts';
import { addNotices, createViewStore } from '../ui/store/view-store.ts';
import { createWorkspaceStore } from '../ui/store/workspace-store.ts';
import { createWorkspaceController } from './workspace-controller.ts';
import { createFileSource, type PathAndBlob } from './workspace-source.ts';

const square = (x: number, y: number, size: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [113.6 + x, 34.7 + y],
      [113.6 + x + size, 34.7 + y],
      [113.6 + x + size, 34.7 + y + size],
      [113.6 + x, 34.7 + y + size],
      [113.6 + x, 34.7 + y],
    ],
  ],
});
const blob = (path: string, content: unknown): PathAndBlob => ({ path, blob: new Blob([JSON.stringify(content)]) });
const feature = (id: string, geometry: GeoJSON.Geometry, more: object = {}) => ({
  type: 'Feature',
  geometry,
  properties: { id, ...more },
});

/** A zone, a source beside it, and a layer whose file is missing. */
const workspaceFiles = (name: string) => [
  blob('workspace.json', {
    format: 'chentu-workspace',
    version: 1,
    name,
    layers: [
      { id: 'zones', kind: 'responsibilityZone', file: 'zones.geojson' },
      { id: 'soil', kind: 'bareSoil', file: 'soil.geojson' },
      { id: 'lost', kind: 'road', file: 'lost.geojson' },
    ],
  }),
  blob('zones.geojson', {
    type: 'FeatureCollection',
    features: [feature('z1', square(0, 0, 0.01), { owner: '甲街道', person: '甲' })],
  }),
  blob('soil.geojson', { type: 'FeatureCollection', features: [feature('s1', square(0.02, 0.02, 0.001))] }),
];

const moveSource = (x: number): Patch => ({
  label: { code: 'zone-reshaped', params: {} },
  operations: [
    {
      op: 'feature',
      layer: 'soil',
      id: 's1',
      feature: { id: 's1', geometry: square(x, 0.002, 0.001), properties: { id: 's1' } },
    },
  ],
});

const storages: { close(): void }[] = [];
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  for (const storage of storages.splice(0)) storage.close();
  vi.unstubAllGlobals();
});

/** Everything real but the browser: the engine inline, its database in memory. */
function createApp() {
  const workspace = createWorkspaceStore();
  const view = createViewStore();
  const settings = createSettingsStore(
    createKeyValueStorage(() => undefined),
    {
      language: 'zh-CN',
      theme: 'light',
      engine: 'fast',
      baseMap: 'none',
      baseMapHosts: [],
      layersOpen: true,
      findingsOpen: true,
      legendOpen: false,
      drawerShare: 0.4,
      placeNotation: 'decimal',
      welcomed: false,
    },
  );
  const storage = createWorkspaceStorage({ answerMs: 40, onHistory: (history) => controller.follow(history) });
  storages.push(storage);
  const engine = createEngineClient({ openPort: createInlinePort(async () => createJobs()) });
  const controller = createWorkspaceController({
    engine,
    storage,
    settings,
    workspace,
    view,
    now: () => '2026-11-23T08:00:00Z',
  });
  const unassigned = () =>
    (workspace.getState().check?.findings ?? []).filter((finding) => finding.rule === 'source-unassigned').length;
  const settled = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (workspace.getState().phase !== 'ready') return;
        stop();
        resolve();
      };
      const stop = workspace.subscribe(look);
      look();
    });
  const saved = () => vi.waitFor(() => expect(storage.status.save.state).toBe('saved'));
  const start = (remembered?: string) =>
    controller.start({ fallback: createFileSource(workspaceFiles('另一个')), preferStored: true, remembered });
  return { workspace, view, storage, engine, controller, unassigned, settled, saved, start };
}

describe('workspace controller', () => {
  it('opens files: phases in their order, findings, and a notice for the layer that could not be read', async () => {
    const { workspace, view, controller, unassigned } = createApp();
    const phases: string[] = [];
    workspace.subscribe(({ phase }) => phases.at(-1) !== phase && phases.push(phase));
    await controller.open(createFileSource(workspaceFiles('甲区')));
    expect(phases).toEqual(['opening', 'checking', 'ready']);
    expect(unassigned()).toBe(1);
    const errors = view.getState().notices.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ problem }) => problem.at?.layer)).toEqual(['lost']);
  });

  it('keeps a panel that was opened while it still read, and drops what was said of the workspace before', async () => {
    const { view, controller } = createApp();
    addNotices(view, 'warning', [{ code: 'map-unreachable', params: {} }]);
    const opening = controller.open(createFileSource(workspaceFiles('甲区')));
    view.setState({ panel: 'baseMaps', dialog: 'settings', filter: '甲' });
    await opening;
    const said = () => view.getState().notices.map(({ problem }) => problem.at?.layer ?? problem.code);
    expect(said()).toEqual(['map-unreachable', 'lost']);
    expect(view.getState()).toMatchObject({ panel: 'baseMaps', dialog: 'settings', filter: '' });
    await controller.open(createFileSource([]));
    expect(said().slice(0, 2)).toEqual(['map-unreachable', 'lost']);
    await controller.open(createFileSource(workspaceFiles('乙区')));
    expect(said()).toEqual(['lost']);
  });

  it('follows edits, undo and redo in document, drawing and findings', async () => {
    const { workspace, controller, unassigned, settled } = createApp();
    await controller.open(createFileSource(workspaceFiles('甲区')));
    const before = workspace.getState().drawables.zones;
    controller.edit(moveSource(0.002));
    await settled();
    expect([unassigned(), workspace.getState().history.pointer]).toEqual([0, 1]);
    expect(workspace.getState().drawables.zones).toBe(before);
    expect(workspace.getState().drawables.soil?.polygons.positions[0]).toBeCloseTo(113.602, 9);
    controller.undo();
    await settled();
    expect(unassigned()).toBe(1);
    controller.redo();
    controller.edit(moveSource(0.03));
    await settled();
    expect([unassigned(), workspace.getState().history.pointer]).toEqual([1, 2]);
    expect(workspace.getState().features.get('soil')?.batch.ids).toEqual(['s1']);
  });

  it('keeps what is open where another cannot be opened, and says why', async () => {
    const { workspace, view, controller, unassigned } = createApp();
    await controller.open(createFileSource(workspaceFiles('甲区')));
    await controller.open(createFileSource([{ path: 'x.txt', blob: new Blob(['hello']) }]));
    expect([workspace.getState().document?.name, workspace.getState().phase, unassigned()]).toEqual([
      '甲区',
      'ready',
      1,
    ]);
    expect(view.getState().notices.at(-1)?.problem.code).toBe('workspace-json-missing');
    await controller.recheck();
    expect(workspace.getState().document?.name).toBe('甲区');
  });

  it('drops an open that another overtakes or a cancel stops', async () => {
    const { workspace, controller } = createApp();
    const first = controller.open(createFileSource(workspaceFiles('甲区')));
    const second = controller.open(createFileSource(workspaceFiles('乙区')));
    await Promise.all([first, second]);
    expect([workspace.getState().document?.name, workspace.getState().phase]).toEqual(['乙区', 'ready']);
    const third = controller.open(createFileSource(workspaceFiles('丙区')));
    controller.cancel();
    await third;
    expect([workspace.getState().document?.name, workspace.getState().phase]).toEqual(['乙区', 'ready']);
  });

  it('opens at the next visit what the last one left, edits included', async () => {
    const app = createApp();
    await app.controller.open(createFileSource(workspaceFiles('甲区')));
    app.controller.edit(moveSource(0.002));
    await app.settled();
    await app.saved();
    app.storage.close();
    const next = createApp();
    await next.start();
    expect([next.workspace.getState().document?.name, next.unassigned()]).toEqual(['甲区', 0]);
    next.controller.undo();
    await next.controller.settled();
    expect(next.unassigned()).toBe(1);
  });

  it('opens after a reload what this tab had open, not what another opened later', async () => {
    const app = createApp();
    await app.controller.open(createFileSource(workspaceFiles('甲区')));
    await app.saved();
    const remembered = app.storage.status.workspace;
    app.storage.close();
    const other = createApp();
    await other.controller.open(createFileSource(workspaceFiles('乙区')));
    await other.saved();
    const next = createApp();
    await next.start(remembered);
    expect(next.workspace.getState().document?.name).toBe('甲区');
  });

  it('jumps to any point as one batch, with document and findings of that point', async () => {
    const { workspace, engine, controller, unassigned, settled } = createApp();
    await controller.open(createFileSource(workspaceFiles('甲区')));
    const documents = [workspace.getState().document];
    for (const x of [0.002, 0.03, 0.004]) {
      controller.edit(moveSource(x));
      documents.push(workspace.getState().document);
    }
    await settled();
    const apply = vi.spyOn(engine, 'apply');
    for (const [pointer, count] of [
      [0, 1],
      [3, 0],
      [2, 1],
      [1, 0],
    ] as const) {
      controller.jump(pointer);
      expect(workspace.getState().phase).toBe('updating');
      await settled();
      expect(workspace.getState().document).toEqual(documents[pointer]);
      expect([workspace.getState().history.pointer, unassigned()]).toEqual([pointer, count]);
    }
    expect(apply).toHaveBeenCalledTimes(4);
    controller.jump(1);
    expect(apply).toHaveBeenCalledTimes(4);
  });

  it('keeps an edit that is made while the workspace is checked again', async () => {
    const app = createApp();
    await app.controller.open(createFileSource(workspaceFiles('甲区')));
    const again = app.controller.recheck();
    app.controller.edit(moveSource(0.002));
    await again;
    await app.settled();
    await app.saved();
    expect([app.unassigned(), app.workspace.getState().history.pointer]).toEqual([0, 1]);
    app.storage.close();
    const next = createApp();
    await next.start();
    expect(next.unassigned()).toBe(0);
  });

  it('keeps an edit of the workspace before while another is opened', async () => {
    const app = createApp();
    await app.controller.open(createFileSource(workspaceFiles('甲区')));
    const first = app.storage.status.workspace ?? '';
    const opening = app.controller.open(createFileSource(workspaceFiles('乙区')));
    app.controller.edit(moveSource(0.002));
    await opening;
    await app.saved();
    expect(app.unassigned()).toBe(1);
    expect(await app.controller.openKept(first)).toBe(true);
    expect([app.workspace.getState().document?.name, app.unassigned()]).toEqual(['甲区', 0]);
  });

  it('follows another tab, refuses edits meanwhile, and edits after taking over', async () => {
    const first = createApp();
    await first.controller.open(createFileSource(workspaceFiles('甲区')));
    await first.saved();
    const second = createApp();
    await second.start();
    await second.controller.settled();
    expect(second.storage.status.role).toBe('follower');
    first.controller.edit(moveSource(0.002));
    await vi.waitFor(() => expect(second.unassigned()).toBe(0));
    second.controller.undo();
    expect(second.view.getState().notices.at(-1)?.problem.code).toBe('app.read-only');
    await second.storage.takeOver();
    second.controller.undo();
    await vi.waitFor(() => expect(first.unassigned()).toBe(1));
    expect(first.workspace.getState().history).toEqual(second.workspace.getState().history);
    first.controller.redo();
    expect(first.view.getState().notices.at(-1)?.problem.code).toBe('app.read-only');
  });
});
