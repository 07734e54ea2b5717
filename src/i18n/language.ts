/** The languages of the product. Chinese is the office's; English is for everyone who reads along. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that a locale name such as `zh_CN.UTF-8` or `en-GB` asks for; undefined for any other. */
export function findLanguage(locale: string | undefined): Language | undefined {
  if (!locale) return undefined;
  if (/^zh/i.test(locale)) return 'zh-CN';
  return /^en/i.test(locale) ? 'en' : undefined;
}
