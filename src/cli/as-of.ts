import { fail, ok, type Result } from '../core/result.ts';

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** `--as-of` as given, if it is a day or a time that exists. Fails with `cli-wrong-date`. */
export function parseAsOf(value: string): Result<string> {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  const exists =
    ISO.test(value) && !Number.isNaN(Date.parse(value)) && day.toISOString().startsWith(value.slice(0, 10));
  return exists ? ok(value) : fail('cli-wrong-date', { value });
}
