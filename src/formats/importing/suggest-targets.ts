/** Where layers of an import most likely belong: to one like them in the workspace, or together. */
import { nameOfFile } from '../file-name.ts';
import type { ExaminedLayer, ExistingLayer, ImportTarget } from './import-types.ts';

/** Two tables of the same form share at least this part of their columns. */
const LEAST_COMMON = 0.8;

/**
 * A layer called like one of the workspace, but for months and numbers, and of its kind is its newer version; files of one form
 * (eight streets, eight zone files) are one layer. Nothing is decided: the dialog shows it.
 */
export function suggestTargets(layers: readonly ExaminedLayer[], existing: readonly ExistingLayer[]): ExaminedLayer[] {
  const heads: ExaminedLayer[] = [];
  const suggested = layers.map((layer) => {
    const { kind, title } = layer.choices;
    const older = existing.find((other) => other.kind === kind && undated(other.title) === undated(title));
    if (older) return withTarget(layer, { type: 'update', layer: older.id, keepMissing: false });
    const head = heads.find((candidate) => isOneForm(candidate, layer));
    if (head) return withTarget(layer, { type: 'join', with: head.key });
    if (layer.choices.included) heads.push(layer);
    return layer;
  });
  return suggested.map((layer) => titledApart(titledForAll(layer, suggested), suggested));
}

/** 裸土台账2026年11月 is the newer 裸土台账2026年10月. What is nothing but digits stays as it is. */
function undated(title: string): string {
  return title.replace(/[\d\s_\-.·()（）年月日号]+/gu, '') || title;
}

/** Sheets of two workbooks that are called alike and stay apart have their file's name in front. */
function titledApart(layer: ExaminedLayer, layers: readonly ExaminedLayer[]): ExaminedLayer {
  const { title, target } = layer.choices;
  const isAlike = ({ choices, key }: ExaminedLayer) =>
    key !== layer.key && choices.title === title && choices.target.type === 'new';
  if (layer.sheet === undefined || target.type !== 'new' || !layers.some(isAlike)) return layer;
  return { ...layer, choices: { ...layer.choices, title: `${nameOfFile(layer.file)} · ${title}` } };
}

/** 东街网格 and 西街网格 together are 网格: what all their names end or begin with, if that says anything. */
function titledForAll(head: ExaminedLayer, layers: readonly ExaminedLayer[]): ExaminedLayer {
  const joined = layers.filter(({ choices: { target } }) => target.type === 'join' && target.with === head.key);
  if (joined.length === 0) return head;
  const titles = [head, ...joined].map(({ choices }) => [...choices.title]);
  const tail = commonStart(titles.map((letters) => letters.toReversed()))
    .toReversed()
    .join('');
  const start = commonStart(titles).join('');
  const title = [tail, start]
    .map((part) => part.replace(/^[\s_\-·.()（）]+|[\s_\-·.()（）]+$/gu, ''))
    .find((part) => [...part].length > 1);
  return title === undefined ? head : { ...head, choices: { ...head.choices, title } };
}

function commonStart(words: readonly (readonly string[])[]): string[] {
  const [first = []] = words;
  const length = first.findIndex((letter, at) => words.some((word) => word[at] !== letter));
  return first.slice(0, length < 0 ? first.length : length);
}

function withTarget(layer: ExaminedLayer, target: ImportTarget): ExaminedLayer {
  return { ...layer, choices: { ...layer.choices, target } };
}

function isOneForm(a: ExaminedLayer, b: ExaminedLayer): boolean {
  if (!b.choices.included || a.choices.kind !== b.choices.kind || a.file === b.file) return false;
  const [first, second] = [a, b].map(({ facts }) => new Set(facts.fields.map(({ name }) => name)));
  const common = [...first!].filter((name) => second!.has(name)).length;
  const all = new Set([...first!, ...second!]).size;
  return all > 0 && common / all >= LEAST_COMMON;
}
