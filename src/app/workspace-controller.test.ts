import { describe, expect, it } from 'vitest';
import { ok } from '../core/result.ts';
import { createEngineClient } from '../engine/engine-client.ts';
import { createInlinePort } from '../engine/engine-port.ts';
import { createJobs } from '../engine/jobs.ts';
import type { Patch } from '../model/patch.ts';
import type { StoredWorkspace } from '../storage/stored-types.ts';
import { createWorkspaceStore as createWorkspaceStorage } from '../storage/workspace-store.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { createSettingsStore } from '../ui/store/settings-store.ts';
import { createViewStore } from '../ui/store/view-store.ts';
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

/** Everything real but the browser: the engine inline, the storage in memory. */
function createApp(kept?: StoredWorkspace) {
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
    },
  );
  const inMemory = createWorkspaceStorage();
  const storage = kept ? { ...inMemory, load: async () => ok<StoredWorkspace | undefined>(kept) } : inMemory;
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
  return { workspace, view, storage, controller, unassigned, settled };
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
    const source = createFileSource(workspaceFiles('甲区'));
    await app.controller.open(source);
    app.controller.edit(moveSource(0.002));
    await app.settled();
    const { history } = app.workspace.getState();
    const next = createApp({ source: await source.store(), history });
    await next.controller.start(createFileSource(workspaceFiles('另一个')), true);
    expect([next.workspace.getState().document?.name, next.unassigned()]).toEqual(['甲区', 0]);
    next.controller.undo();
    await next.settled();
    expect(next.unassigned()).toBe(1);
  });
});
