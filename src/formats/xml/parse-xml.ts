/**
 * XML with a DOM parser that runs everywhere, in workers and in Node too. Entities that a file defines
 * are not expanded and nothing is fetched. Knows no format.
 */
import { DOMParser, type Document, ParseError } from '@xmldom/xmldom';
import { fail, ok, type Problem, problem, type Result } from '../../core/result.ts';
import { decodeText } from '../decode-text.ts';
import { declaredEncoding } from './declared-encoding.ts';

export interface ParsedXml {
  readonly document: Document;
  readonly encoding: string;
}

/** Deeper files are hostile or broken: whoever walks the tree afterwards would exhaust the stack. */
const MAX_DEPTH = 500;

/** `wanted` stands above what the file says of its encoding. Fails where the text is not well-formed; what could be mended is a note. O(text). */
export function parseXml(bytes: Uint8Array, wanted: string | undefined): Result<ParsedXml> {
  const decoded = decodeText(bytes, wanted ?? declaredEncoding(bytes));
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const notes: Problem[] = [...decoded.notes];
  if (isTooDeep(text)) return fail('xml-too-deep', { depth: MAX_DEPTH });
  try {
    const parser = new DOMParser({
      onError(level, message, context) {
        if (level === 'error' && notes.length === decoded.notes.length)
          notes.push(problem('xml-mended', { ...placeOf(context), found: firstLine(message) }));
      },
    });
    const document = parser.parseFromString(text.replace(/^[\uFEFF\s]+/u, ''), 'text/xml');
    return ok({ document, encoding }, notes);
  } catch (error) {
    if (error instanceof ParseError) return fail('xml-broken', { ...placeOf(error), found: firstLine(error.message) });
    if (error instanceof RangeError) return fail('xml-too-deep', { depth: MAX_DEPTH });
    throw error;
  }
}

/** Counts opening and closing tags without building anything. O(text), whatever stands in it. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>';
    const end = text.indexOf(close, at + 1);
    if (end < 0) return false;
    const next = text[at + 1];
    if (next === '/') depth--;
    else if (next !== '!' && next !== '?' && text[end - 1] !== '/' && ++depth > MAX_DEPTH) return true;
    at = text.indexOf('<', end + close.length);
  }
  return false;
}

function placeOf(found: unknown): { line: number; column: number } {
  const { locator } = found as { locator?: { lineNumber?: number; columnNumber?: number } };
  return { line: locator?.lineNumber ?? 1, column: locator?.columnNumber ?? 1 };
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 120);
