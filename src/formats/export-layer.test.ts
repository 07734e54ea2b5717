import { describe, expect, it } from 'vitest';
import { TEXTS } from '../i18n/texts.ts';
import { fieldsOfKind, LAYER_KINDS } from '../model/kinds.ts';
import type { Layer } from '../model/workspace.ts';
import { exportLayer } from './export-layer.ts';
import { aliasesOf, plainName } from './importing/field-aliases.ts';
import { openImport } from './importing/import-session.ts';
import { LAYER_EXPORT_FORMATS } from './layer-export-formats.ts';

const CSV =
  '图斑编号,图斑名称,责任单位,联系电话,覆盖情况,面积（亩）,档案号,经度,纬度\n0012,一号,甲公司,13800000000,未覆盖,3,K1,113.61,34.71\n0013,=1+1,乙公司,13900000000,已苫盖,6,K2,113.62,34.72\n';

async function importLayer(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Layer> {
  const session = await openImport([{ path, bytes }], { layers: [], profiles: [] }, {});
  const { layers } = session.examination;
  const choices = Object.fromEntries(layers.map(({ key, choices: chosen }) => [key, chosen]));
  const built = await session.finish(choices, [], [], {});
  if (!built.ok) throw new Error(built.problem.code);
  const [{ id, layer }] = built.value.layers as [(typeof built.value.layers)[number]];
  const { kind, title } = layer.manifest;
  return { id, kind, title: title ?? id, manifest: layer.manifest, base: layer.base, edits: new Map() };
}

const labels = Object.fromEntries(
  Object.keys(fieldsOfKind('bareSoil')).map((field) => [field, TEXTS['zh-CN'][`field.${field}`] ?? field]),
);
const words = { status: { uncovered: '未覆盖', netted: '已覆盖' } };

describe('a layer handed on', () => {
  it('comes back the same in every format that holds it, people and all', async () => {
    const layer = await importLayer('裸土台账.csv', new TextEncoder().encode(CSV));
    for (const format of LAYER_EXPORT_FORMATS.filter((id) => id !== 'gpx' && id !== 'kml')) {
      const written = await exportLayer(layer, { format, withPersonal: true, labels, words }, {});
      if (!written.ok) throw new Error(`${format}: ${written.problem.code}`);
      const extension = { flatgeobuf: 'fgb', shapefile: 'zip' }[format as string] ?? format;
      const back = await importLayer(`裸土台账.${extension}`, written.value.bytes);
      expect([format, back.kind, back.base.ids.toSorted()]).toEqual([format, 'bareSoil', ['0012', '0013']]);
      for (const field of ['name', 'owner', 'phone', 'status', 'areaSquareMeters']) {
        const values = (from: Layer) =>
          from.base.ids.map((id, index) => `${id} ${cellOf(from, field, index)}`).toSorted();
        expect([format, field, values(back)]).toEqual([format, field, values(layer)]);
      }
    }
  });

  it('leaves people and strange columns out unless they are asked for, and says so', async () => {
    const layer = await importLayer('裸土台账.csv', new TextEncoder().encode(CSV));
    const written = await exportLayer(layer, { format: 'csv', withPersonal: false, labels, words }, {});
    if (!written.ok) throw new Error(written.problem.code);
    const text = new TextDecoder().decode(written.value.bytes);
    expect(text).not.toMatch(/13800000000|K1/u);
    expect(text).toContain("'=1+1");
    expect(written.value.notes[0]).toMatchObject({
      code: 'export-columns-left-out',
      params: { columns: '联系电话, 档案号, 经度, 纬度' },
    });
  });

  it('calls every field by a name that an import knows', () => {
    for (const kind of LAYER_KINDS) {
      const known = aliasesOf(kind);
      for (const field of Object.keys(fieldsOfKind(kind))) {
        for (const language of ['zh-CN', 'en'] as const) {
          const label = TEXTS[language][`field.${field}`];
          const found = Object.entries(known).find(([, names]) =>
            names.some((name) => plainName(name) === plainName(label ?? '')),
          );
          expect([kind, language, label, found?.[0]]).toEqual([kind, language, label, field]);
        }
      }
    }
  });
});

function cellOf({ base }: Layer, field: string, index: number): unknown {
  const column = base.columns.get(field);
  if (column?.type === 'text') return column.dictionary[column.codes[index]! - 1];
  const value = column?.values[index];
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
