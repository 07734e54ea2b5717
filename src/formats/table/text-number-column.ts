/**
 * A column of a table of text, where only its last row tells whether all of it are numbers. Numbers are
 * held as such with their decimals until a text comes, and go back to what stood in the file then: a
 * million different ones as texts would take ten times the memory.
 */
import { createTextStore } from '../../model/column-builder.ts';
import type { Column } from '../../model/feature-batch.ts';
import { isPlainNumber } from './number-text.ts';

export interface TextCellColumn {
  /** `text` is trimmed and not empty; `isWord`: no number, even of digits. Rows come in order. */
  set(row: number, text: string, isWord?: boolean): void;
  finish(count: number): Column;
}

/** Up to so many digits, a number and the count of its decimals give back its text exactly. */
const EXACT_DIGITS = 15;
/** Shorter texts are copied by the engine itself when they are cut out of a larger one. */
const SHORTEST_SLICE = 13;
const NO_VALUE = 255;
const KEPT_APART = 254;

export function createTextNumberColumn(): TextCellColumn {
  let values = new Float64Array(64);
  let decimals = new Uint8Array(64).fill(NO_VALUE);
  /** Texts that the number does not give back: `+5`, `-0`, more digits than a number holds. */
  const apart = new Map<number, string>();
  let end = 0;
  let texts: TextCellColumn | undefined;

  const grow = (row: number) => {
    // By a quarter: a hundred columns grow at once.
    const capacity = row + (row >> 2) + 64;
    const [largerValues, largerDecimals] = [new Float64Array(capacity), new Uint8Array(capacity).fill(NO_VALUE)];
    largerValues.set(values);
    largerDecimals.set(decimals);
    values = largerValues;
    decimals = largerDecimals;
  };
  const becomeText = (): TextCellColumn => {
    const store = createPlainTextColumn();
    for (let row = 0; row < end; row++) {
      const places = decimals[row]!;
      if (places !== NO_VALUE) store.set(row, apart.get(row) ?? values[row]!.toFixed(places));
    }
    values = new Float64Array(0);
    decimals = new Uint8Array(0);
    apart.clear();
    return store;
  };

  return {
    set(row, text, isWord = false) {
      if (!texts && (isWord || !isPlainNumber(text))) texts = becomeText();
      if (texts) {
        texts.set(row, text);
        return;
      }
      if (row >= values.length) grow(row);
      values[row] = Number(text);
      const places = decimalsOf(text);
      decimals[row] = places;
      if (places === KEPT_APART) apart.set(row, ownCopy(text));
      end = row + 1;
    },
    finish(count) {
      if (texts) return texts.finish(count);
      if (end === 0) return createTextStore().finish(count);
      const numbers = new Float64Array(count).fill(Number.NaN);
      for (let row = 0; row < end; row++) if (decimals[row] !== NO_VALUE) numbers[row] = values[row]!;
      return { type: 'number', values: numbers };
    },
  };
}

/** A column whose digits are no numbers, whatever they look like. */
export function createPlainTextColumn(): TextCellColumn {
  const store = createTextStore();
  return { set: (row, text) => store.set(row, ownCopy(text)), finish: (count) => store.finish(count) };
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  const isExact = text.length <= EXACT_DIGITS && text[0] !== '+' && !text.startsWith('-0');
  return isExact ? (point < 0 ? 0 : text.length - point - 1) : KEPT_APART;
}

/** A piece of a text keeps the whole text in memory, of which a column may want one word. */
function ownCopy(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}
