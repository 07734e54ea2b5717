/**
 * Repeats a template's whole body for every slip, each on a page of its own, so that a template is one slip as
 * the office sees it and needs no loop around it.
 */
import {
  MalformedFileError,
  type ScopeData,
  type TemplateContext,
  TemplateExtension,
  type XmlGeneralNode,
  type XmlNode,
  xml,
} from 'easy-template-x';
import { ALL_SLIPS } from './template-values.ts';

/** What may stand before `pageBreakBefore` in a paragraph's properties (ECMA-376 part 1, 17.3.1.26: an ordered list). */
const BEFORE_PAGE_BREAK = ['w:pStyle', 'w:keepNext', 'w:keepLines'];

export class RepeatBody extends TemplateExtension {
  override execute(_data: ScopeData, { currentPart, docx }: TemplateContext): Promise<void> {
    return currentPart === docx.mainDocument ? currentPart.xmlRoot().then(repeatBody) : Promise.resolve();
  }
}

function repeatBody(root: XmlNode): void {
  const body = (root.childNodes ?? []).find(({ nodeName }) => nodeName === 'w:body');
  // A workbook, say.
  if (!body) throw new MalformedFileError('found a main part without w:body');
  const children = (body.childNodes ?? []).filter((node) => node.nodeName !== '#text');
  const last = children.findLast(({ nodeName }) => nodeName !== 'w:sectPr');
  const first = children[0] === last || children[0]?.nodeName !== 'w:sectPr' ? children[0] : undefined;
  const opening = first?.nodeName === 'w:p' && !mayVanish(first) ? first : addThinParagraph(body);
  const closing = last?.nodeName === 'w:p' ? last : addParagraph(body, last ? body.childNodes!.indexOf(last) + 1 : 1);
  breakPageBefore(opening as XmlGeneralNode);
  const properties = propertiesOf(opening);
  const begin = runOf(`{#${ALL_SLIPS} [loopOver: "paragraph"]}`);
  if (properties) xml.modify.insertAfter(begin, properties);
  else xml.modify.insertChild(opening, begin, 0);
  xml.modify.appendChild(closing, runOf(`{/${ALL_SLIPS}}`));
}

function addParagraph(body: XmlNode, index: number): XmlNode {
  const paragraph = xml.create.generalNode('w:p');
  xml.modify.insertChild(body, paragraph, index);
  return paragraph;
}

/** A paragraph that is a condition, such as a red head, takes its page break along where it does not hold. */
const mayVanish = (paragraph: XmlNode) => /\{#[^}]*loopOver/u.test(textOf(paragraph));

const textOf = (node: XmlNode): string =>
  (xml.query.isTextNode(node) ? node.textContent : '') + (node.childNodes ?? []).map(textOf).join('');

/** A point high, so that the page looks as the template does. */
function addThinParagraph(body: XmlNode): XmlNode {
  const paragraph = addParagraph(body, 0);
  const spacing = xml.create.generalNode('w:spacing', {
    attributes: { 'w:before': '0', 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' },
  });
  xml.modify.insertChild(paragraph, xml.create.generalNode('w:pPr', { childNodes: [spacing] }), 0);
  return paragraph;
}

function runOf(text: string): XmlNode {
  return xml.create.generalNode('w:r', {
    childNodes: [xml.create.generalNode('w:t', { childNodes: [xml.create.textNode(text)] })],
  });
}

const propertiesOf = (paragraph: XmlNode) => paragraph.childNodes?.find(({ nodeName }) => nodeName === 'w:pPr');

/** Before the first slip it makes no empty page. */
function breakPageBefore(paragraph: XmlGeneralNode): void {
  let properties = propertiesOf(paragraph);
  if (!properties) {
    properties = xml.create.generalNode('w:pPr');
    xml.modify.insertChild(paragraph, properties, 0);
  }
  const children = properties.childNodes ?? [];
  if (children.some(({ nodeName }) => nodeName === 'w:pageBreakBefore')) return;
  const index = children.findLastIndex(({ nodeName }) => BEFORE_PAGE_BREAK.includes(nodeName)) + 1;
  xml.modify.insertChild(properties, xml.create.generalNode('w:pageBreakBefore'), index);
}
