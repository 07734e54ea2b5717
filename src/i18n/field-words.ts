/** What the value of a field is called: words for codes, anything else as it is. */
import { formatParam } from './format-param.ts';
import type { Language } from './language.ts';

/** The six measures and their like share the names of the four states. */
export function wordOfField(field: string, value: string, language: Language): string {
  const state = formatParam('state', value, language);
  return state === value ? formatParam(field, value, language) : state;
}
