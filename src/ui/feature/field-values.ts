/** A feature's canonical fields as texts of a form, and the texts as values again. Pure. */
import { fail, ok, type Result } from '../../core/result.ts';
import type { FieldValues } from '../../draw/feature-edits.ts';
import { parseDateText } from '../../model/date-text.ts';
import { fieldsOfKind, type LayerKind } from '../../model/kinds.ts';
import type { EditedFeature } from '../../model/workspace.ts';

/** By canonical field; empty text is no value. */
export type FieldTexts = Readonly<Record<string, string>>;

/** What names a feature in the document, or is measured from its shape, is not typed. */
const NOT_TYPED: ReadonlySet<string> = new Set(['id']);
/** Those that come first in a form, by kind; the others stand under “further fields”. */
const FIRST: { readonly [kind in LayerKind]?: readonly string[] } = {
  patrolZone: ['name', 'owner', 'person', 'leader', 'level', 'duty', 'shift', 'colour'],
  responsibilityZone: ['name', 'owner', 'person', 'leader', 'level', 'duty', 'parent'],
  bareSoil: ['name', 'owner', 'person', 'status', 'openedAt', 'treatedAt', 'reopenedAt'],
  constructionSite: ['name', 'owner', 'person', 'stage', 'activeFrom', 'activeTo'],
  sweepingRoute: ['name', 'operator', 'modes', 'passesPerDay', 'grade'],
  haulRoute: ['name', 'operator', 'modes', 'passesPerDay', 'grade'],
  hotspot: ['name', 'source', 'kind', 'time', 'value', 'unit'],
  road: ['name', 'grade', 'siltLoadingGramsPerSquareMeter'],
  receptor: ['name', 'kind', 'address'],
};

export function formFields(kind: LayerKind): {
  readonly first: readonly string[];
  readonly further: readonly string[];
} {
  const all = Object.keys(fieldsOfKind(kind)).filter((field) => !NOT_TYPED.has(field));
  const first = (FIRST[kind] ?? ['name', 'owner', 'person']).filter((field) => all.includes(field));
  return { first, further: all.filter((field) => !first.includes(field)) };
}

export function textsOf(feature: Pick<EditedFeature, 'properties'> | undefined, kind: LayerKind): FieldTexts {
  const fields = Object.keys(fieldsOfKind(kind)).filter((field) => !NOT_TYPED.has(field));
  return Object.fromEntries(fields.map((field) => [field, String(feature?.properties[field] ?? '')]));
}

/** Fails with `draw.bad-number` or `draw.bad-date`, naming the field. Texts that did not change are never at fault. */
export function valuesOf(texts: FieldTexts, kind: LayerKind, before: FieldTexts): Result<FieldValues> {
  const definitions = fieldsOfKind(kind);
  const values: Record<string, FieldValues[string]> = {};
  for (const [field, text] of Object.entries(texts)) {
    const trimmed = text.trim();
    const type = definitions[field]?.type;
    if (trimmed === (before[field] ?? '').trim()) continue;
    if (trimmed === '') values[field] = null;
    else if (type === 'number') {
      const number = Number(trimmed.replaceAll(/[,，]/g, ''));
      if (!Number.isFinite(number)) return fail('draw.bad-number', { field });
      values[field] = number;
    } else if (type === 'date') {
      const date = parseDateText(trimmed);
      if (date === undefined) return fail('draw.bad-date', { field });
      values[field] = date;
    } else values[field] = trimmed;
  }
  return ok(values);
}
