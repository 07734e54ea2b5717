/** A threshold's value as people type it, and back: shares as per cent, lists with separators. What it may be is the rule pack's to say. */
import type { Threshold } from '../../model/rule-pack.ts';
import { THRESHOLD_SHAPES, type ThresholdShape } from '../../rules/thresholds.ts';

const SHAPES: Readonly<Record<string, ThresholdShape>> = THRESHOLD_SHAPES;
/** Counted in whole numbers. */
const WHOLE_UNITS: ReadonlySet<string> = new Set(['force', 'count', 'd', 'month']);
const PER_CENT = 100;

export const shapeOf = (id: string): ThresholdShape | undefined => SHAPES[id];

export function textOfValue({ id, value }: Pick<Threshold, 'id' | 'value'>): string {
  if (typeof value === 'number')
    return String(shapeOf(id)?.unit === 'fraction' ? cleanNumber(value * PER_CENT) : value);
  return typeof value === 'string' ? value : value.join(', ');
}

/** As the rule pack wants it, or NaN for a number that is none: whoever lays it into the pack refuses it there. */
export function valueOfText(id: string, text: string): unknown {
  const shape = shapeOf(id);
  const items = text.split(/[,，、;；\s]+/u).filter((item) => item !== '');
  switch (shape?.type) {
    case 'number': {
      const number = numberOf(text);
      if (shape.unit === 'fraction') return cleanNumber(number / PER_CENT);
      return WHOLE_UNITS.has(shape.unit) && !Number.isInteger(number) ? Number.NaN : number;
    }
    case 'steps':
      return items.map(numberOf);
    case 'list':
      return items;
    default:
      return text.trim();
  }
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim());
}

/** 0.07 · 100 is 7, not 7.000000000000001. */
function cleanNumber(value: number): number {
  return Number(value.toPrecision(12));
}
