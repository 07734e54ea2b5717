/** The parts of a workbook beside its sheets: which sheets there are, the texts they share, and how numbers are shown. */
import { builtInFormat, type NumberFormat, parseNumberFormat } from '../table/number-format.ts';
import { unpackText } from './unpack-pieces.ts';
import { readXml } from './xml-events.ts';
import type { ZipDirectory } from './zip-directory.ts';

export interface SheetEntry {
  readonly name: string;
  /** Its part of the zip. */
  readonly path: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly texts: readonly string[];
  /** By the number of the style. */
  readonly formats: readonly NumberFormat[];
}

/** Undefined where the zip holds no workbook. Throws where a part is damaged. */
export function readWorkbook(parts: ZipDirectory): Workbook | undefined {
  const path = findWorkbook(parts);
  if (path === undefined) return undefined;
  const targets = readTargets(parts, path);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  readPart(parts, path, (name, attributes) => {
    if (name === 'workbookPr') is1904 = isTrue(attributes().date1904);
    if (name !== 'sheet') return;
    const found = attributes();
    const id = Object.entries(found).find(([key]) => /(?:^|:)id$/u.test(key))?.[1] ?? '';
    const target = targets.get(id)?.path ?? '';
    sheets.push({ name: found.name ?? '', path: target, isHidden: (found.state ?? 'visible') !== 'visible' });
  });
  // Where the list of sheets is damaged, the parts that nobody lists are sheets all the same.
  const listed = new Set(sheets.map(({ path: sheet }) => sheet));
  for (const { path: part, type } of targets.values())
    if (type.endsWith('/worksheet') && !listed.has(part) && parts.has(part))
      sheets.push({ name: part.replace(/^.*\//u, ''), path: part, isHidden: false });
  const pathOf = (type: string) => [...targets.values()].find((target) => target.type.endsWith(`/${type}`))?.path ?? '';
  return {
    sheets,
    is1904,
    texts: readSharedTexts(parts, pathOf('sharedStrings')),
    formats: readFormats(parts, pathOf('styles')),
  };
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

type OpenTag = (name: string, attributes: () => Readonly<Record<string, string>>) => void;

function readPart(parts: ZipDirectory, path: string, open: OpenTag): void {
  const entry = parts.get(path);
  if (entry) readXml(unpackText(entry), { open });
}

function findWorkbook(parts: ZipDirectory): string | undefined {
  if (parts.has('xl/workbook.xml')) return 'xl/workbook.xml';
  const main = [...readTargets(parts, '').values()].find(({ type }) => type.endsWith('/officeDocument'))?.path;
  return main !== undefined && /workbook[^/]*\.xml$/iu.test(main) && parts.has(main) ? main : undefined;
}

/** What a part refers to, by id. */
function readTargets(parts: ZipDirectory, path: string): Map<string, { path: string; type: string }> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const targets = new Map<string, { path: string; type: string }>();
  readPart(parts, `${folder}_rels/${path.slice(folder.length)}.rels`, (name, attributes) => {
    if (name !== 'Relationship') return;
    const { Id = '', Target = '', Type = '' } = attributes();
    targets.set(Id, { path: resolvePath(folder, Target), type: Type });
  });
  return targets;
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Texts in several styles are one; how they are read aloud is left out. */
function readSharedTexts(parts: ZipDirectory, path: string): string[] {
  const texts: string[] = [];
  const entry = parts.get(path);
  if (!entry) return texts;
  let text = '';
  let isText = false;
  let isAloud = false;
  readXml(unpackText(entry), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isAloud = true;
      isText = name === 't' && !isAloud;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') isAloud = false;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  return texts;
}

/** `_x000D_`: letters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function readFormats(parts: ZipDirectory, path: string): NumberFormat[] {
  const codes = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  let isInCells = false;
  const entry = parts.get(path);
  if (!entry) return formats;
  readXml(unpackText(entry), {
    open(name, attributes) {
      if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes();
        codes.set(numFmtId, parseNumberFormat(formatCode));
      } else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const { numFmtId = '0' } = attributes();
        formats.push(codes.get(numFmtId) ?? builtInFormat(Number(numFmtId)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}
