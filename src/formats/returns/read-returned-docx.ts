/**
 * A slip that comes back as the Word file it went out as, with what was done written into it and photos pasted in.
 * Read by the words beside the cells, so that a template of the office may look otherwise as long as it keeps them.
 */
import type { Element, Node } from '@xmldom/xmldom';
import { fail, ok, type Result } from '../../core/result.ts';
import { unzipFiles } from '../workspace/zip.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { InnerPicture, ReturnedContent } from './returned-table.ts';

/** `问题编号：0123456789abcdef`, as every slip says it. */
const FINDING = /(?:问题编号|Finding)[：:\s]*([0-9a-f]{16})/u;
const OUTCOME = /^(?:办理情况|整改情况|What was done)/u;
const AFTER = /^(?:整改后照片|Photo after)/u;
/** A day within what somebody wrote. */
const DAY = /\d{4}\s*(?:年|[-./])\s*\d{1,2}\s*(?:月|[-./])\s*\d{1,2}日?/u;

const DOCUMENT = 'word/document.xml';
const HEADER = ['问题编号', '办结日期', '办理情况', '照片'];

interface Answer {
  outcome: string;
  readonly pictures: string[];
}

/** A row for each finding of which something was filled in. Fails on what is no Word file. O(document). */
export function readReturnedDocx(file: string, bytes: Uint8Array<ArrayBuffer>): Result<ReturnedContent> {
  const unzipped = unzipFiles(bytes, file);
  if (!unzipped.ok) return unzipped;
  const parts = new Map(unzipped.value.map(({ path, bytes: part }) => [path, part]));
  const main = parts.get(DOCUMENT);
  if (!main) return fail('return-not-word', {}, { file });
  const parsed = parseXml(main, undefined);
  if (!parsed.ok) return fail('return-not-word', {}, { file });
  const answers = readAnswers(parsed.value.document.documentElement);
  const mediaOf = readRelations(parts.get('word/_rels/document.xml.rels'));
  const pictures: InnerPicture[] = [];
  const rows = [...answers].map(([finding, { outcome, pictures: ids }]) => {
    const names = ids.flatMap((id, index) => {
      const path = mediaOf.get(id);
      const picture = path === undefined ? undefined : parts.get(path);
      if (!picture) return [];
      const name = `${finding}-${index + 1}${/\.\w+$/u.exec(path!)?.[0] ?? ''}`;
      pictures.push({ name, bytes: picture });
      return [name];
    });
    return [finding, DAY.exec(outcome)?.[0] ?? null, outcome, names.join(';')];
  });
  return ok({ tables: [{ file, header: HEADER, rows }], pictures });
}

function readAnswers(root: Element | null): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  const answerOf = (finding: string) => {
    const known = answers.get(finding) ?? { outcome: '', pictures: [] };
    answers.set(finding, known);
    return known;
  };
  let current: string | undefined;
  let outcomeColumn: number | undefined;
  for (const node of root ? walk(root) : []) {
    if (node.nodeName === 'w:p') current = FINDING.exec(textOf(node))?.[1] ?? current;
    if (node.nodeName === 'w:tbl') outcomeColumn = undefined;
    if (node.nodeName !== 'w:tr') continue;
    const cells = childrenOf(node, 'w:tc');
    const texts = cells.map((cell) => textOf(cell).trim());
    // A slip of a street: one row a finding, what was done in a column of its own.
    const column = texts.findIndex((text) => OUTCOME.test(text));
    const listed = FINDING.exec(texts.join('\n'))?.[1];
    if (listed !== undefined && outcomeColumn !== undefined) {
      if (texts[outcomeColumn]) answerOf(listed).outcome = texts[outcomeColumn]!;
      continue;
    }
    if (column > 0 && column === texts.length - 1) outcomeColumn = column;
    if (current === undefined) continue;
    // A slip of one finding: the words in the first cell, what was done in the next.
    if (column === 0 && texts[1]) answerOf(current).outcome = texts.slice(1).join('\n');
    const photos = cells.filter((_, index) => AFTER.test(texts[index] ?? '')).flatMap(picturesIn);
    if (photos.length > 0) answerOf(current).pictures.push(...photos);
  }
  return answers;
}

/** Elements in reading order, tables' rows among them. */
function* walk(element: Element): Generator<Element> {
  for (const child of elementsOf(element)) {
    yield child;
    yield* walk(child);
  }
}

const elementsOf = (node: Node): Element[] =>
  [...node.childNodes].filter((child): child is Element => child.nodeType === 1);
const childrenOf = (element: Element, name: string) => elementsOf(element).filter(({ nodeName }) => nodeName === name);

/** Paragraphs one under the other. */
function textOf(element: Element): string {
  let text = '';
  for (const node of walk(element)) {
    if (node.nodeName === 'w:t') text += node.textContent ?? '';
    else if (node.nodeName === 'w:br' || node.nodeName === 'w:p') text += '\n';
    else if (node.nodeName === 'w:tab') text += ' ';
  }
  return text.replaceAll(/\n{2,}/gu, '\n').trim();
}

/** The relations of pictures in a cell. */
const picturesIn = (cell: Element): string[] =>
  [...walk(cell)].flatMap((node) => (node.nodeName === 'a:blip' ? (node.getAttribute('r:embed') ?? []) : []));

function readRelations(bytes: Uint8Array | undefined): Map<string, string> {
  const parsed = bytes && parseXml(bytes, undefined);
  const root = parsed?.ok ? parsed.value.document.documentElement : undefined;
  if (!root) return new Map();
  return new Map(
    elementsOf(root).map((relation) => {
      const target = relation.getAttribute('Target') ?? '';
      return [relation.getAttribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `word/${target}`];
    }),
  );
}
