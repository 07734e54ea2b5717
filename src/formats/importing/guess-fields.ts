/** Which column of a file is which canonical field: by its name, and by whether its values can be read as such. */
import { type Problem, problem } from '../../core/result.ts';
import { convertField } from '../../model/convert-field.ts';
import type { Column, FeatureBatch } from '../../model/feature-batch.ts';
import { type FieldDefinition, fieldsOfKind, type LayerKind } from '../../model/kinds.ts';
import { aliasesOf, plainName } from './field-aliases.ts';
import { guessUnit } from './guess-unit.ts';

export interface FieldGuesses {
  /** canonical field → column */
  readonly fields: Readonly<Record<string, string>>;
  /** canonical field → unit, where it is not the canonical one */
  readonly units: Readonly<Record<string, string>>;
  /** Sentences by canonical field: `import-field-…`, `import-unit-…`. */
  readonly reasons: Readonly<Record<string, readonly Problem[]>>;
}

/** The shortest alias that may stand at the end of a longer name: `项目责任单位`, not `行政面积`'s `面积`. */
const LEAST_TAIL = 2;
/** Of dates and numbers at least this share must be readable. */
const LEAST_READABLE = 0.5;

/** Columns that were taken for a field by hand, by canonical field. */
export type LearnedNames = Readonly<Record<string, readonly string[]>>;

/** O(columns × aliases + features of the columns that are taken). */
export function guessFields(kind: LayerKind, batch: FeatureBatch, learned: LearnedNames = {}): FieldGuesses {
  const definitions = fieldsOfKind(kind);
  const columns = [...batch.columns.keys()].map((name) => ({ name, plain: plainName(name) }));
  const fields: Record<string, string> = {};
  const units: Record<string, string> = {};
  const reasons: Record<string, readonly Problem[]> = {};
  const taken = new Set<string>();
  // Exact names first for every field, so that 责任单位 is not taken as the tail of another's.
  for (const isExact of [true, false]) {
    for (const [field, known] of Object.entries(aliasesOf(kind))) {
      // What somebody chose by hand counts before what is usual.
      const names = [...(learned[field] ?? []), ...known];
      const definition = definitions[field];
      if (!definition || fields[field] !== undefined) continue;
      const found = findColumn(names, columns, taken, isExact, (name) => suits(field, definition, name, batch));
      if (!found) continue;
      taken.add(found.column);
      fields[field] = found.column;
      const code = isExact ? 'import-field-named' : 'import-field-alike';
      // 责任单位 is called 责任单位: nothing to explain.
      const said = found.column === found.alias ? [] : [problem(code, { column: found.column, alias: found.alias })];
      if (definition.dimension) {
        const { unit, reasons: why } = guessUnit(found.column, definition.dimension, batch);
        if (unit !== undefined) units[field] = unit;
        said.push(...why);
      }
      reasons[field] = said;
    }
  }
  return { fields, units, reasons };
}

function findColumn(
  aliases: readonly string[],
  columns: readonly { name: string; plain: string }[],
  taken: ReadonlySet<string>,
  isExact: boolean,
  suitsField: (column: string) => boolean,
): { column: string; alias: string } | undefined {
  for (const alias of aliases) {
    const wanted = plainName(alias);
    if (!isExact && [...wanted].length < LEAST_TAIL) continue;
    const isTail = (plain: string) => plain.endsWith(wanted) && /\p{Script=Han}/u.test(wanted);
    const found = columns.find(
      ({ name, plain }) => !taken.has(name) && (isExact ? plain === wanted : isTail(plain)) && suitsField(name),
    );
    if (found) return { column: found.name, alias };
  }
  return undefined;
}

/** An id must be filled and different everywhere; of numbers and dates most must be readable; nothing empty is taken. */
function suits(field: string, definition: FieldDefinition, name: string, batch: FeatureBatch): boolean {
  const column = batch.columns.get(name);
  if (!column) return false;
  const filled = countFilled(column);
  if (filled === 0) return false;
  if (field === 'id') return filled === batch.rows.length && countDifferent(column) === filled;
  if (definition.type !== 'number' && definition.type !== 'date') return true;
  let unreadable = 0;
  convertField(column, definition, 1, () => unreadable++);
  return filled - unreadable >= filled * LEAST_READABLE;
}

function countFilled(column: Column): number {
  if (column.type === 'text') return column.codes.reduce((sum, code) => sum + (code > 0 ? 1 : 0), 0);
  if (column.type === 'number') return column.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  return column.values.reduce((sum, value) => sum + (value === 255 ? 0 : 1), 0);
}

function countDifferent(column: Column): number {
  return new Set<number>(column.type === 'text' ? column.codes : column.values).size;
}
