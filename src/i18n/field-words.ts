/** What the value of a field is called: words for codes, anything else as it is. */
import { type CodeNames, formatParam } from './format-param.ts';

/** The six measures and their like share the names of the four states. */
export function wordOfField(field: string, value: string, names: CodeNames): string {
  const state = formatParam('state', value, names);
  return state === value ? formatParam(field, value, names) : state;
}
