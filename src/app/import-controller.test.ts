import { beforeEach, describe, expect, it } from 'vitest';
import { createEngineClient } from '../engine/engine-client.ts';
import type { Patch, PatchOperation } from '../model/patch.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { createImportStore, type ImportStore } from '../ui/store/import-store.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { createProfileStore, type ProfileStore } from '../ui/store/profile-store.ts';
import { createWorkspaceStore, type WorkspaceStore } from '../ui/store/workspace-store.ts';
import { createImportController, type ImportController } from './import-controller.ts';

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const LEDGER = '图斑编号,图斑名称,经度,纬度\n1,一号,113.6,34.7\n2,二号,113.7,34.7\n';

let store: ImportStore;
let workspace: WorkspaceStore;
let profiles: ProfileStore;
let controller: ImportController;
let patches: Patch[];
let opened: string[];
let canEdit: boolean;
let isForImport: boolean;

beforeEach(() => {
  store = createImportStore();
  workspace = createWorkspaceStore();
  profiles = createProfileStore(createKeyValueStorage(() => undefined));
  patches = [];
  opened = [];
  canEdit = true;
  isForImport = true;
  controller = createImportController({
    openEngine: () => createEngineClient(),
    store,
    workspace,
    profiles,
    async open(source) {
      const files = await source.read();
      const text = files.ok && !('address' in files.value) ? new TextDecoder().decode(files.value[0]!.bytes) : '';
      opened.push((JSON.parse(text) as { name: string }).name);
      workspace.setState({ document: documentOf() });
    },
    edit: (patch) => patches.push(patch),
    canEdit: () => canEdit,
    frame: () => {},
    isForImport: async () => isForImport,
    translate: (key) => key,
  });
});

function documentOf(layers: WorkspaceDocument['layers'] = []): WorkspaceDocument {
  return { name: '试点', layers, rulePack: {} as never, exceptions: [], scenes: [], carried: {} };
}

describe('an import', () => {
  it('reads, shows, and makes a new workspace where none is open', async () => {
    await controller.begin([file('城管局/裸土.csv', LEDGER)]);
    expect(store.getState()).toMatchObject({ phase: 'deciding', into: 'new', name: '城管局', current: '0/0' });
    store.setState({ office: ' 城管局 ' });
    await controller.finish();
    expect(store.getState()).toMatchObject({ phase: 'done', result: { records: 2, features: 2 } });
    expect(opened).toEqual(['城管局']);
    expect(patches).toHaveLength(1);
    expect(patches[0]!.operations).toMatchObject([{ op: 'layer', id: '裸土', index: 0 }]);
    expect(profiles.getState().profiles.map(({ name, kind }) => [name, kind])).toEqual([['城管局', 'bareSoil']]);
  });

  it('puts a newer version in the place of the layer, as one step', async () => {
    workspace.setState({ document: documentOf() });
    await controller.begin([file('裸土.csv', LEDGER)]);
    await controller.finish();
    const [first] = patches[0]!.operations;
    const { manifest, base } = (first as Extract<PatchOperation, { op: 'layer' }>).layer!;
    const layer = { id: '裸土', kind: 'bareSoil' as const, title: '裸土', manifest, base, edits: new Map() };
    workspace.setState({ document: documentOf([layer]) });
    await controller.begin([file('裸土.csv', LEDGER.replace('二号', '二号改'))]);
    await expect.poll(() => store.getState().layers[0]?.merge?.counts.changed).toBe(1);
    await controller.finish();
    expect(
      patches[1]!.operations.map((operation) => operation.op === 'layer' && [operation.index, !!operation.layer]),
    ).toEqual([
      [0, false],
      [0, true],
    ]);
  });

  it('gives way to files that are dropped while it reads', async () => {
    const first = controller.begin([file('a.csv', LEDGER)]);
    const second = controller.begin([file('b.csv', LEDGER)]);
    await Promise.all([first, second]);
    expect(store.getState().phase).toBe('deciding');
    expect(store.getState().layers.map((layer) => layer.file)).toEqual(['b.csv']);
    expect(store.getState().problems).toEqual([]);
  });

  it('is not begun where another tab edits, and keeps the choices', async () => {
    workspace.setState({ document: documentOf() });
    canEdit = false;
    await controller.begin([file('裸土.csv', LEDGER)]);
    await controller.finish();
    expect(store.getState()).toMatchObject({ phase: 'deciding', problems: [{ code: 'app.read-only' }] });
    expect(patches).toEqual([]);
  });

  it('is closed without a trace where what was read is for another dialog', async () => {
    isForImport = false;
    expect(await controller.begin([file('a.csv', LEDGER)])).toBe(false);
    expect(store.getState()).toMatchObject({ phase: 'none', layers: [] });
    isForImport = true;
    expect(await controller.begin([file('a.csv', LEDGER)])).toBe(true);
    expect(store.getState().phase).toBe('deciding');
  });

  it('says what cannot be read, and closes without a trace', async () => {
    await controller.begin([file('plan.dwg', 'AC1032')]);
    expect(store.getState()).toMatchObject({
      phase: 'deciding',
      layers: [],
      problems: [{ code: 'import-file-unknown' }],
    });
    controller.close();
    expect(store.getState().phase).toBe('none');
  });
});
