/**
 * Keys to words. i18next finds the text of a key, with its plural; values are put in here by their
 * param's name (format-param.ts), which is ten times as fast and leaves text from the data alone: it
 * can neither name other keys nor ask for other options. A value that is a text in both languages
 * comes as one param each, `basis.zh-CN` and `basis.en`, for `{{basis}}`. English may add `key_one`
 * beside `key`: it is taken where the param `count` is 1.
 */
import { createInstance } from 'i18next';
import type { Params } from '../core/result.ts';
import { formatParam } from './format-param.ts';
import type { Language } from './language.ts';
import { TEXTS } from './texts.ts';

export { LANGUAGES, type Language } from './language.ts';

/** The text of a key; the key itself where there is none. */
export type Translate = (key: string, params?: Params) => string;

export function createTranslator(language: Language): Translate {
  const find = createLookup(language);
  return (key, params = {}) => {
    const text = find(key, typeof params.count === 'number' ? params.count : undefined);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
      formatParam(name, params[name] ?? params[`${name}.${language}`], language),
    );
  };
}

function createLookup(language: Language): (key: string, count: number | undefined) => string {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: TEXTS[language] } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
  });
  const known = new Map<string, string>();
  return (key, count) => {
    if (count !== undefined) return instance.t(key, { count, skipInterpolation: true });
    let text = known.get(key);
    if (text === undefined) {
      text = instance.t(key, { skipInterpolation: true });
      known.set(key, text);
    }
    return text;
  };
}
