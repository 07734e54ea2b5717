/** Where layers of an import most likely belong: to one like them in the workspace, or together. */
import type { ExaminedLayer, ExistingLayer, ImportTarget } from './import-types.ts';

/** Two tables of the same form share at least this part of their columns. */
const LEAST_COMMON = 0.8;

/**
 * A layer called like one of the workspace and of its kind is its newer version; files of one form
 * (eight streets, eight zone files) are one layer. Nothing is decided: the dialog shows it.
 */
export function suggestTargets(layers: readonly ExaminedLayer[], existing: readonly ExistingLayer[]): ExaminedLayer[] {
  const heads: ExaminedLayer[] = [];
  return layers.map((layer) => {
    const { kind, title } = layer.choices;
    const older = existing.find((other) => other.kind === kind && other.title === title);
    if (older) return withTarget(layer, { type: 'update', layer: older.id, keepMissing: false });
    const head = heads.find((candidate) => isOneForm(candidate, layer));
    if (head) return withTarget(layer, { type: 'join', with: head.key });
    if (layer.choices.included) heads.push(layer);
    return layer;
  });
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
