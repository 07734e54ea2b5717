/**
 * Keys to words. i18next finds the text of a key, with its plural; values are put in here by their
 * param's name (format-param.ts), which is ten times as fast and leaves text from the data alone: it
 * can neither name other keys nor ask for other options. A value that is a text in both languages
 * comes as one param each, `basis.zh-CN` and `basis.en`, for `{{basis}}`. English may add `key_one`
 * beside `key`: it is taken where the param `count` is 1.
 */
import { createInstance } from 'i18next';
import type { Params } from '../core/result.ts';
import { type CodeNames, formatParam } from './format-param.ts';
import type { Language } from './language.ts';
import type { Texts } from './texts.ts';

/** The text of a key; the key itself where there is none. */
export type Translate = (key: string, params?: Params) => string;

export function makeTranslator(language: Language, texts: Texts): Translate {
  const find = createLookup(language, texts);
  const names: CodeNames = { language, nameOf: (key) => texts[key] };
  return (key, params = {}) => {
    const text = find(key, typeof params.count === 'number' ? params.count : undefined);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
      formatParam(name, params[name] ?? params[`${name}.${language}`], names),
    );
  };
}

function createLookup(language: Language, dictionary: Texts): (key: string, count: number | undefined) => string {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: dictionary } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
  });
  // Only a count of 1 has a text of its own: all others share what was found for one of them.
  const known = { none: new Map<string, string>(), one: new Map<string, string>(), many: new Map<string, string>() };
  return (key, count) => {
    const texts = count === undefined ? known.none : count === 1 ? known.one : known.many;
    let text = texts.get(key);
    if (text === undefined) {
      text = instance.t(key, count === undefined ? { skipInterpolation: true } : { count, skipInterpolation: true });
      texts.set(key, text);
    }
    return text;
  };
}

/** The names of codes, from whoever has a translator. */
export function namesFrom(translate: Translate, language: Language): CodeNames {
  return {
    language,
    nameOf(key) {
      const text = translate(key);
      return text === key ? undefined : text;
    },
  };
}
