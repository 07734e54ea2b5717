/**
 * Keys to words, on i18next. Values are put in by their param's name (format-param.ts); nothing is
 * escaped here, and text from the data can neither name other keys nor ask for other options.
 * English may add `key_one` beside `key`: it is taken where the param `count` is 1.
 */
import { createInstance, type FormatterModule } from 'i18next';
import type { Params, ParamValue } from '../core/result.ts';
import { formatParam } from './format-param.ts';
import type { Language } from './language.ts';
import { TEXTS } from './texts.ts';

export { LANGUAGES, type Language } from './language.ts';

/** The text of a key; the key itself where there is none. */
export type Translate = (key: string, params?: Params) => string;

export function createTranslator(language: Language): Translate {
  const instance = createInstance();
  instance.use(paramFormatter(language));
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: TEXTS[language] } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: true,
    interpolation: { escapeValue: false, alwaysFormat: true, skipOnVariables: true },
  });
  return (key, params = {}) => {
    const count = typeof params.count === 'number' ? { count: params.count } : {};
    return instance.t(key, { replace: params, nest: false, ...count });
  };
}

function paramFormatter(language: Language): FormatterModule {
  return {
    type: 'formatter',
    init: () => {},
    add: () => {},
    addCached: () => {},
    format: (value: ParamValue, _format, _language, options) =>
      formatParam(String(options?.interpolationkey ?? ''), value, language),
  };
}
