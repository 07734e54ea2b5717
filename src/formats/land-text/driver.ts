/** Parcels as text, as Chinese land bureaus take and give them: told by its section heads, since any table is called `.txt`. */
import type { FormatDriver } from '../driver.ts';

/** Half- or full-width brackets, as the head of a line. */
const SECTION_HEAD = /^\s*[[【]\s*(?:属性描述|地块坐标)\s*[\]】]/mu;

export const landTextDriver: FormatDriver = {
  id: 'land-text',
  // A `.txt` without the heads is a table of text: the name alone never decides for this format.
  extensions: [],
  mediaType: 'text/plain',
  matches: (head) => encodingsOf(head).some((encoding) => SECTION_HEAD.test(new TextDecoder(encoding).decode(head))),
  read: async (input, task) => (await import('./read-land-text.ts')).readLandText(input, task),
};

function encodingsOf(head: Uint8Array): string[] {
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le'];
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
