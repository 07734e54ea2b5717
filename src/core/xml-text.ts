/** Control characters and lone surrogates, which XML cannot hold at all. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text as it may stand in XML, in an element or between double quotes. What XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return withoutUnwritable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What XML cannot hold left out; nothing is escaped. */
export const withoutUnwritable = (text: string): string => text.replace(UNWRITABLE, '');

/** How many characters `escapeXml` leaves out. */
export const countUnwritable = (text: string): number => text.match(UNWRITABLE)?.length ?? 0;
