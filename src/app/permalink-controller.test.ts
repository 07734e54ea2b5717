import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Camera, MapView } from '../map/map-types.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { workspaceKey } from '../model/workspace-key.ts';
import { createViewStore } from '../ui/store/view-store.ts';
import { createWorkspaceStore } from '../ui/store/workspace-store.ts';
import { buildTestFeatures } from '../ui/test-features.ts';
import { createPermalinkController } from './permalink-controller.ts';

const KEY = workspaceKey('示范区');
const features = buildTestFeatures([
  { id: 'soil', kind: 'bareSoil', rows: [{ id: 's1' }] },
  { id: 'streets', kind: 'responsibilityZone', rows: [{ id: 'z1', level: 'street', owner: '甲街道' }] },
]);
const document = {
  name: '示范区',
  layers: [...features.values()].map(({ layer }) => layer),
} as unknown as WorkspaceDocument;

/** Stores are the real ones; of the map only its camera matters here. */
function createPage(hash: string) {
  const [view, workspace] = [createViewStore(), createWorkspaceStore()];
  let current = hash;
  let camera: Camera = { center: [113, 34], zoom: 10, bearing: 0, pitch: 0 };
  let moved = () => {};
  const map = {
    camera: () => camera,
    setCamera(next: Camera) {
      camera = next;
    },
    on(_: 'move', listener: () => void) {
      moved = listener;
      return () => {};
    },
  } as unknown as MapView;
  const select = vi.fn();
  const setScope = vi.fn();
  const written: string[] = [];
  const controller = createPermalinkController({
    view,
    workspace,
    select,
    setScope,
    page: {
      readHash: () => current,
      writeHash(next) {
        current = `#${next}`;
        written.push(next);
      },
      onHashChange() {},
    },
  });
  controller.start();
  const open = async () => {
    view.setState({ map });
    workspace.setState({ document, features, phase: 'ready' });
    await Promise.resolve();
    await vi.advanceTimersByTimeAsync(1000);
  };
  return { view, workspace, select, setScope, written, open, camera: () => camera, move: () => moved(), controller };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the address and the view', () => {
  it('brings back camera, layers, rules, scope and selection of its own workspace', async () => {
    const hash = `#w=${KEY}&at=14.00/34.70000/113.60000&layers=soil&rules=zone-gap&sel=o:soil/s1&scope=u:${workspaceKey('甲街道')}`;
    const page = createPage(hash);
    await page.open();
    expect(page.camera()).toMatchObject({ center: [113.6, 34.7], zoom: 14 });
    expect(page.view.getState().looks.soil).toEqual({ visible: false, opacity: 1 });
    expect([...page.view.getState().hiddenRules]).toEqual(['zone-gap']);
    expect(page.setScope).toHaveBeenCalledWith({ type: 'owner', owner: '甲街道' });
    expect(page.select).toHaveBeenCalledWith(
      { type: 'feature', subject: { layer: 'soil', feature: 's1' } },
      { zoom: false },
    );
    expect(page.view.getState().notices).toEqual([]);
  });

  it.each([
    ['#w=zzzzzzz&at=14/34/113', 'inspect.link-other'],
    ['#anything', 'inspect.link-broken'],
    [`#w=${KEY}&sel=o:soil/gone`, 'inspect.link-partly'],
  ])('says of %s what is wrong, and goes on with the view there is', async (hash, code) => {
    const page = createPage(hash);
    await page.open();
    expect(page.view.getState().notices.map(({ problem }) => problem.code)).toEqual([code]);
    expect(page.camera().zoom).toBe(10);
    page.move();
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.written.at(-1)).toBe(`w=${KEY}&at=10.00/34.00000/113.00000`);
  });

  it('keeps a link to another workspace until that one is opened', async () => {
    const page = createPage(`#w=${workspaceKey('另一区')}&at=14.00/34.70000/113.60000`);
    await page.open();
    page.move();
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.camera().zoom).toBe(10);
    page.workspace.setState({ document: { ...document, name: '另一区' } });
    await Promise.resolve();
    expect(page.camera().zoom).toBe(14);
  });

  it('writes once for many moves, and at once when it is asked for', async () => {
    const page = createPage('');
    await page.open();
    const before = page.written.length;
    for (let move = 0; move < 20; move++) page.move();
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.written.length).toBe(before + 1);
    page.view.setState({ selection: { type: 'finding', id: 'f1' } });
    page.controller.flush();
    expect(page.written.at(-1)).toMatch(/&sel=f:f1$/);
  });
});
