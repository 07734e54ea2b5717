/** A text of a rule pack in both languages, from whatever a pack says. */
import type { LocalText } from '../model/rule-pack.ts';

/** What a text must be, for the message that says so. */
export const LOCAL_TEXT_EXPECTED = 'text, { zh-CN, en }';

/** One language stands for both. Undefined where there is none, or what is there is no text. */
export function readLocalText(content: unknown): LocalText | undefined {
  if (typeof content === 'string') return { 'zh-CN': content, en: content };
  if (!isLocalText(content)) return undefined;
  const { 'zh-CN': zh, en } = content as Partial<LocalText>;
  return { 'zh-CN': (zh ?? en) as string, en: (en ?? zh) as string };
}

/** Plain text, or an object with a text in one language at least and nothing else. */
export function isLocalText(content: unknown): content is string | Partial<LocalText> {
  if (typeof content === 'string') return true;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return false;
  const entries = Object.entries(content);
  return (
    entries.length > 0 &&
    entries.every(([language, text]) => (language === 'zh-CN' || language === 'en') && typeof text === 'string')
  );
}
