import { fail, ok, type Result } from '../core/result.ts';

/** A whole number of an option, bounds included. Fails with `cli-not-a-number`. */
export function parseInteger(option: string, value: string, low: number, high: number): Result<number> {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  return number >= low && number <= high ? ok(number) : fail('cli-not-a-number', { option, value, low, high });
}
