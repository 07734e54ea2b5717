/** The templates that come with the app (data/templates/), as bytes: to be filled, or handed to the office to change. */
import type { Language } from '../../i18n/language.ts';
import type { Slip } from './slip.ts';

/** Each is fetched when it is first asked for. */
const TEMPLATES = {
  'zh-CN': {
    finding: () => import('../../../data/templates/slip-finding.zh-CN.docx?url&inline'),
    street: () => import('../../../data/templates/slip-street.zh-CN.docx?url&inline'),
  },
  en: {
    finding: () => import('../../../data/templates/slip-finding.en.docx?url&inline'),
    street: () => import('../../../data/templates/slip-street.en.docx?url&inline'),
  },
} as const satisfies Record<Language, Record<Slip['of'], () => Promise<{ default: string }>>>;

/** The bytes of a .docx. */
export async function defaultSlipTemplate(of: Slip['of'], language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const { default: address } = await TEMPLATES[language][of]();
  const base64 = address.slice(address.indexOf(',') + 1);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
