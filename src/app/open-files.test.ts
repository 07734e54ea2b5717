import { beforeEach, expect, it } from 'vitest';
import { AS_OF, checkPlanted, plantedWorkspace } from '../../test/support/slip-workspace.ts';
import { createEngineClient } from '../engine/engine-client.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { WorkspaceCase } from '../model/workspace.ts';
import { createCaseFacts } from '../reports/case-facts.ts';
import { ledgerTables } from '../reports/ledger-tables.ts';
import { tablesXlsx } from '../reports/xlsx.ts';
import { createImportStore, type ImportStore } from '../ui/store/import-store.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { createProfileStore } from '../ui/store/profile-store.ts';
import { createViewStore, type ViewStore } from '../ui/store/view-store.ts';
import { createWorkspaceStore, type WorkspaceStore } from '../ui/store/workspace-store.ts';
import { createImportController } from './import-controller.ts';
import { createFileOpener, isForImport } from './open-files.ts';

let view: ViewStore;
let importing: ImportStore;
let workspace: WorkspaceStore;
let openFiles: ReturnType<typeof createFileOpener>;
let photographed: string[];
let id: string;

const file = (name: string, content: BlobPart) => ({ path: name, blob: new File([content], name) });
const photo = file('后.jpg', 'no picture');

beforeEach(async () => {
  view = createViewStore();
  importing = createImportStore();
  workspace = createWorkspaceStore();
  photographed = [];
  const document = plantedWorkspace();
  const check = await checkPlanted(document);
  workspace.setState({ document, check, findingById: new Map(check.findings.map((one) => [one.id, one])) });
  id = check.findings[0]!.id;
  const imports = createImportController({
    openEngine: () => createEngineClient(),
    store: importing,
    workspace,
    profiles: createProfileStore(createKeyValueStorage(() => undefined)),
    open: async () => {},
    edit: () => {},
    canEdit: () => true,
    frame: () => {},
    isForImport: (examination, files) => isForImport(workspace, examination, files),
    translate: (key) => key,
  });
  openFiles = createFileOpener({
    view,
    importing,
    imports,
    photos: {
      split: (files) => ({
        photos: files.filter(({ path }) => path.endsWith('.jpg')),
        others: files.filter(({ path }) => !path.endsWith('.jpg')),
      }),
      begin: (photos) => photographed.push(...photos.map(({ path }) => path)),
    },
    open: async () => {},
    addGroundFiles: () => {},
  });
});

/** The ledger that the page and the command line write, in which one finding has been answered or none. */
async function ledger(cases: readonly WorkspaceCase[]): Promise<Uint8Array<ArrayBuffer>> {
  const { document, check } = workspace.getState();
  const wording = {
    translate: createTranslator('zh-CN'),
    describe: () => ({}),
    caseOf: createCaseFacts({ ...document, cases }, AS_OF),
  };
  return tablesXlsx(ledgerTables(check!, () => undefined, wording));
}
const answered = (): WorkspaceCase => ({
  finding: id,
  status: 'settled',
  settledAt: '2026-11-28',
  outcome: '已苫盖',
});

const expectReturned = (names: readonly string[]) => {
  expect(view.getState().dialog).toBe('returns');
  expect(view.getState().returned.map(({ name }) => name)).toEqual(names);
  expect(importing.getState().phase).toBe('none');
};
const expectImport = (names: readonly string[]) => {
  expect(view.getState().dialog).toBeUndefined();
  expect(importing.getState().phase).toBe('deciding');
  expect([...new Set(importing.getState().layers.map((layer) => layer.file))]).toEqual(names);
};

it('a CSV of answers goes to the dialog of returned slips, and the photos beside it with it', async () => {
  await openFiles([file('台账.csv', `问题编号,办理情况\n${id},已苫盖\n`), photo]);
  expectReturned(['台账.csv', '后.jpg']);
  expect(photographed).toEqual([]);
});

it('so does our own ledger in Excel once a row of it is answered', async () => {
  await openFiles([file('台账.xlsx', await ledger([answered()]))]);
  expectReturned(['台账.xlsx']);
});

it('a ledger that nobody has filled in is imported as any table', async () => {
  await openFiles([file('台账.xlsx', await ledger([]))]);
  expectImport(['台账.xlsx']);
});

it('a table with an id of its own is imported, with the photos beside it', async () => {
  const hotspots = 'id,result,date,lon,lat\n0123456789abcdef,ok,2026-11-20,113.6,34.7\n17,ok,2026-11-20,113.6,34.7\n';
  await openFiles([file('热点.csv', hotspots), photo]);
  expectImport(['热点.csv']);
  expect(photographed).toEqual(['后.jpg']);
});

it('among other data a ledger is data too', async () => {
  const plain = '图斑编号,经度,纬度\n1,113.6,34.7\n';
  await openFiles([file('台账.csv', `问题编号,办理情况\n${id},已苫盖\n`), file('裸土.csv', plain)]);
  expectImport(['台账.csv', '裸土.csv']);
});
