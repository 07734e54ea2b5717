/** Keys to words with the texts of all languages at hand: for the terminal, and for whoever needs both. The page uses words.ts. */
import type { Language } from './language.ts';
import { makeTranslator, type Translate } from './make-translator.ts';
import { TEXTS } from './texts.ts';

export { LANGUAGES, type Language } from './language.ts';
export type { Translate } from './make-translator.ts';

export const createTranslator = (language: Language): Translate => makeTranslator(language, TEXTS[language]);
