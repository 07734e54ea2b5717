/** In which unit a column of areas or lengths counts: as its header says, else as the shapes on the ground say. */
import { type Problem, problem } from '../../core/result.ts';
import { type FeatureBatch, valueAt } from '../../model/feature-batch.ts';
import { COMMON_UNITS, type Dimension, findUnitFactor, parseNumberText } from '../../model/units.ts';
import { LONGEST_NAME } from './field-aliases.ts';
import { groundAreas } from './ground-areas.ts';

export interface UnitGuess {
  /** As `units` of a layer's manifest takes it; undefined for the canonical unit. */
  readonly unit: string | undefined;
  readonly reasons: readonly Problem[];
}

const POLYGONS_COMPARED = 300;
const LEAST_COMPARED = 3;
/** Ledgers round, and boundaries are redrawn: half of the polygons within a tenth of the unit is proof enough. */
const TOLERANCE = 0.1;

/** O(features compared). */
export function guessUnit(column: string, dimension: Dimension, batch: FeatureBatch): UnitGuess {
  const written = unitInName(column, dimension);
  if (written !== undefined) {
    const unit = findUnitFactor(written, dimension) === 1 ? undefined : written;
    return { unit, reasons: [problem('import-unit-in-name', { column, unit: written })] };
  }
  return dimension === 'area' ? unitByGround(column, batch) : { unit: undefined, reasons: [] };
}

/** `面积（亩）`, `area_ha`, `用地面积/公顷`, `占地面积亩`. */
function unitInName(column: string, dimension: Dimension): string | undefined {
  const plain = column.slice(0, LONGEST_NAME).normalize('NFKC').replace(/㎡/gu, 'm2');
  const candidates = [
    /[([【{]\s*(?:单位[:：]?)?\s*([^)\]】}]+?)\s*[)\]】}]/u.exec(plain)?.[1],
    /[_/:：\s-]([^_/:：\s-]+)$/u.exec(plain)?.[1],
    /(平方米|亩|公顷|平方公里|万平方米)$/u.exec(plain)?.[1],
  ];
  return candidates.find((text) => text !== undefined && findUnitFactor(text, dimension) !== undefined);
}

/** The unit in which most of the numbers agree with the polygons beside them. */
function unitByGround(column: string, batch: FeatureBatch): UnitGuess {
  const values = batch.columns.get(column);
  const ratios = groundAreas(batch, POLYGONS_COMPARED).flatMap(([index, squareMeters]) => {
    const value = valueAt(values, index);
    const number = typeof value === 'number' ? value : parseNumberText(String(value ?? ''));
    return number !== undefined && number > 0 ? [squareMeters / number] : [];
  });
  if (ratios.length < LEAST_COMPARED) return { unit: undefined, reasons: [] };
  for (const unit of COMMON_UNITS.area) {
    const factor = findUnitFactor(unit, 'area')!;
    const agreeing = ratios.filter((ratio) => Math.abs(ratio / factor - 1) <= TOLERANCE).length;
    if (agreeing * 2 <= ratios.length) continue;
    const reason = problem('import-unit-by-ground', { column, unit, count: agreeing, total: ratios.length });
    return { unit: factor === 1 ? undefined : unit, reasons: [reason] };
  }
  return { unit: undefined, reasons: [problem('import-unit-unclear', { column, total: ratios.length })] };
}
