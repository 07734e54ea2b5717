/** The page's words: one language at a time, fetched before it is shown. */
import { invariant } from '../core/invariant.ts';
import type { Language } from './language.ts';
import { makeTranslator, type Translate } from './make-translator.ts';
import type { Texts } from './texts.ts';

export interface Words {
  /** Rejects where the texts cannot be fetched; what is there stays. */
  load(language: Language): Promise<void>;
  /** Throws for a language that was not loaded. */
  of(language: Language): Translate;
}

type FetchAreas = () => Promise<{ readonly areas: Readonly<Record<string, Texts>> }>;

const AREAS_OF: Readonly<Record<Language, FetchAreas>> = {
  'zh-CN': () => import('./zh-CN/zh-areas.ts'),
  en: () => import('./en/en-areas.ts'),
};

export function createWords(): Words {
  const known = new Map<Language, Translate>();
  return {
    async load(language) {
      if (known.has(language)) return;
      const { areas } = await AREAS_OF[language]();
      known.set(language, makeTranslator(language, Object.assign({}, ...Object.values(areas))));
    },
    of(language) {
      const translate = known.get(language);
      invariant(translate, `found no texts for ${language}, expected them to be loaded before it is shown`);
      return translate;
    },
  };
}
