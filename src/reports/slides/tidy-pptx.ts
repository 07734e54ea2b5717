/**
 * What the writer of slides leaves undone: its package is read, made to follow ECMA-376, and packed again with fixed
 * dates and ids. What is mended is listed in `mend`; a part that is already right passes as it is.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { invariant } from '../../core/invariant.ts';
import { fixZipDates } from '../zip-dates.ts';

export interface TidyOptions {
  /** By the numbers that stand for them in the package: three bytes, big end first. */
  readonly pictures: readonly Uint8Array<ArrayBuffer>[];
  /** ISO: when the file says that it was made. */
  readonly asOf: string;
  readonly language: 'zh-CN' | 'en';
}

type Parts = Record<string, Uint8Array>;

/** Throws for what is no package of slides. O(bytes). */
export function tidyPptx(bytes: Uint8Array<ArrayBuffer>, options: TidyOptions): Uint8Array<ArrayBuffer> {
  const parts = numberedFromOne(readParts(bytes));
  for (const [path, content] of Object.entries(parts)) {
    if (path.startsWith('ppt/media/')) parts[path] = pictureOf(content, options.pictures);
    else if (path.endsWith('.xlsx')) parts[path] = pack(mend(readParts(content), options));
  }
  return pack(mend(parts, options));
}

/** Files alone: a package has no folders (ECMA-376 part 2, 7.2). */
function readParts(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
}

/** Charts are counted through the life of the page: two decks would differ by what was written before them. */
function numberedFromOne(parts: Parts): Parts {
  const chart = /(?<=\/chart|Microsoft_Excel_Worksheet)\d+(?=\.x|\.xml\.rels)/gu;
  const found = new Set(
    Object.keys(parts).flatMap((path) => (path.startsWith('ppt/charts/') ? path.match(chart) : null) ?? []),
  );
  const numbers = new Map([...found].sort((a, b) => Number(a) - Number(b)).map((number, index) => [number, index + 1]));
  const renumber = (text: string) => text.replaceAll(chart, (number) => String(numbers.get(number) ?? number));
  return Object.fromEntries(
    Object.entries(parts).map(([path, content]) => [
      renumber(path),
      /\.rels$|^\[Content_Types\]/u.test(path) ? strToU8(renumber(strFromU8(content))) : content,
    ]),
  );
}

function pictureOf(content: Uint8Array, pictures: TidyOptions['pictures']): Uint8Array {
  const [high = 0, middle = 0, low = 0] = content;
  const picture = content.length === 3 ? pictures[high * 65536 + middle * 256 + low] : undefined;
  invariant(picture, `found ${content.length} bytes that stand for no picture, expected the number of one`);
  return picture;
}

function mend(parts: Parts, { asOf, language }: TidyOptions): Parts {
  const edit = (path: string, change: (xml: string) => string) => {
    const content = parts[path];
    if (content) parts[path] = strToU8(change(strFromU8(content)));
  };
  giveNotesTheirTheme(parts, edit);
  edit('docProps/core.xml', (xml) => withDate(xml, asOf));
  edit('ppt/presentation.xml', (xml) => withSectionIds(inSchemaOrder(xml)));
  for (const path of Object.keys(parts)) {
    if (/^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/u.test(path))
      edit(path, (xml) => inLanguage(withOwnIds(withOneStart(xml)), language));
    else if (/^ppt\/charts\/[^/]+\.xml$/u.test(path)) edit(path, withTwoAxes);
  }
  edit('[Content_Types].xml', (xml) => withoutMissingParts(xml, parts));
  return parts;
}

/** Declared are as many slide masters as there are slides; there is one. */
function withoutMissingParts(xml: string, parts: Parts): string {
  return xml.replaceAll(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/gu, (found, path: string) =>
    path in parts ? found : '',
  );
}

/** The notes' master shares the slides' theme, which PowerPoint takes for damage: each master has a theme of its own. */
function giveNotesTheirTheme(parts: Parts, edit: (path: string, change: (xml: string) => string) => void): void {
  const theme = parts['ppt/theme/theme1.xml'];
  if (!theme || !parts['ppt/notesMasters/notesMaster1.xml']) return;
  parts['ppt/theme/theme2.xml'] = theme;
  edit('ppt/notesMasters/_rels/notesMaster1.xml.rels', (xml) =>
    xml.replace('../theme/theme1.xml', '../theme/theme2.xml'),
  );
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>',
    ),
  );
}

/** The list of notes' masters comes before that of slides (19.2.1.26). */
function inSchemaOrder(xml: string): string {
  const notes = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/su.exec(xml)?.[0];
  if (notes === undefined) return xml;
  return xml.replace(notes, '').replace('<p:sldIdLst>', () => `${notes}<p:sldIdLst>`);
}

/** A paragraph says how it is set once and first (21.1.2.2.6), not before each of its runs. */
function withOneStart(xml: string): string {
  return xml.replaceAll(/<a:p>.*?<\/a:p>/gsu, (paragraph) => {
    let isFirst = true;
    return paragraph.replaceAll(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gsu, (start) => {
      const kept = isFirst ? start : '';
      isFirst = false;
      return kept;
    });
  });
}

/** Each thing on a slide has an id of its own (20.1.2.2.8); that of the page number is always the same. */
function withOwnIds(xml: string): string {
  let id = 0;
  return xml.replaceAll(/(?<=<p:cNvPr id=")\d+/gu, () => String(++id));
}

/** Flat bars have two axes (21.2.2.16); the third is that of depth. */
function withTwoAxes(xml: string): string {
  return xml.replaceAll(
    /(<c:axId val="\d+"\/>\s*<c:axId val="\d+"\/>)\s*<c:axId val="\d+"\/>(\s*<\/c:barChart>)/gu,
    '$1$2',
  );
}

/** Sections have random ids: any that differ will do. */
function withSectionIds(xml: string): string {
  let count = 0;
  return xml.replaceAll(/(<p14:section [^>]*id=")\{[^}]*\}/gu, (_, before: string) => {
    count++;
    return `${before}{00000000-0000-4000-8000-${count.toString(16).toUpperCase().padStart(12, '0')}}`;
  });
}

function withDate(xml: string, asOf: string): string {
  const instant = Date.parse(asOf);
  const date = new Date(Number.isNaN(instant) ? 0 : instant).toISOString().replace(/\.\d+Z$/u, 'Z');
  return xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, (_, tag: string) => tag + date);
}

/** Else every Chinese word is underlined as a mistake in English. */
function inLanguage(xml: string, language: TidyOptions['language']): string {
  return language === 'en' ? xml : xml.replaceAll(' lang="en-US"', ' lang="zh-CN" altLang="en-US"');
}

/** Pictures are packed already. */
function pack(parts: Parts): Uint8Array<ArrayBuffer> {
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([path, content]) => [
      path,
      [content, { level: /\.(?:png|jpeg|xlsx)$/u.test(path) ? 0 : 6 }],
    ]),
  );
  const bytes = zipSync(files) as Uint8Array<ArrayBuffer>;
  fixZipDates(bytes);
  return bytes;
}
