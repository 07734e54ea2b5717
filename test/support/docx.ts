/** Word files taken apart, and small ones made, for tests. */
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Every part as it is stored. */
export const partsOf = (docx: Uint8Array) => unzipSync(docx);

export const documentXml = (docx: Uint8Array) => strFromU8(partsOf(docx)['word/document.xml']!);

/** The text of every paragraph, breaks as line feeds. */
export function paragraphsOf(docx: Uint8Array): string[] {
  const document = parseXml(documentXml(docx));
  return [...document.getElementsByTagName('w:p')].map((paragraph) =>
    [...paragraph.getElementsByTagName('*')]
      .map((node) => (node.nodeName === 'w:t' ? node.textContent : node.nodeName === 'w:br' ? '\n' : ''))
      .join(''),
  );
}

/** Throws where it is not well formed. */
export function parseXml(text: string) {
  return new DOMParser({
    onError: (_level, message) => {
      throw new Error(message);
    },
  }).parseFromString(text, 'text/xml');
}

/** What a file points to and does not hold, and what it holds without a type. Empty where all is well. */
export function findBrokenLinks(docx: Uint8Array): string[] {
  const parts = partsOf(docx);
  const broken: string[] = [];
  for (const [path, bytes] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    const xml = parseXml(strFromU8(bytes));
    if (!path.endsWith('.rels')) continue;
    const folder = path.replace(/_rels\/[^/]*$/, '');
    for (const relation of xml.getElementsByTagName('Relationship')) {
      const target = relation.getAttribute('Target') ?? '';
      if (relation.getAttribute('TargetMode') === 'External') continue;
      const full = target.startsWith('/') ? target.slice(1) : folder + target;
      if (!parts[full]) broken.push(`${path} → ${full}`);
    }
  }
  const types = strFromU8(parts['[Content_Types].xml']!);
  for (const path of Object.keys(parts)) {
    if (path.endsWith('/') || path === '[Content_Types].xml') continue;
    const extension = path.split('.').at(-1);
    if (!types.includes(`PartName="/${path}"`) && !types.includes(`Extension="${extension}"`)) broken.push(path);
  }
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array(0));
  for (const [, id] of documentXml(docx).matchAll(/r:embed="([^"]+)"/g))
    if (!relations.includes(`Id="${id}"`)) broken.push(`picture ${id}`);
  return broken;
}

/** A Word file whose body is the given XML (of `w:`), with an optional page header of one paragraph. */
export function makeDocx(body: string, header?: string): Uint8Array {
  const frame = (name: string, inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${WORD}" xmlns:r="${OFFICE}">${inner}</w:${name}>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string) => `<Relationships xmlns="${RELATIONSHIPS}">${inner}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('document', 'document.main')}${part('header1', 'header')}</Types>`,
    '_rels/.rels': relations(relation('a', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(header === undefined ? '' : relation('h', 'header', 'header1.xml')),
    'word/document.xml': frame('document', `<w:body>${body}<w:sectPr/></w:body>`),
  };
  if (header !== undefined) files['word/header1.xml'] = frame('hdr', header);
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

/** A paragraph with a run for each text. */
export const paragraphXml = (...runs: string[]) =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
