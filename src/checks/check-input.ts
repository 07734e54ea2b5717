/**
 * The document as both engines read it: layers with their edits applied, names, levels, duties,
 * thresholds. Geometry is not measured here.
 */
import type { Subject } from '../core/subject.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import { type FeatureBatch, textAt } from '../model/feature-batch.ts';
import type { LayerKind, SourceKind } from '../model/kinds.ts';
import type { Layer, WorkspaceDocument } from '../model/workspace.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import type { SourceClass } from './severity.ts';

export interface CheckLayer {
  readonly id: string;
  readonly kind: LayerKind;
  readonly title: string;
  /** With edits applied. */
  readonly batch: FeatureBatch;
}

/** One feature of a layer. */
export interface FeatureRef {
  readonly layer: CheckLayer;
  readonly index: number;
  /** Filled in by `subjectOf`, so that all findings about a feature share one. */
  subject?: Subject;
}

export interface CheckInput {
  readonly document: WorkspaceDocument;
  /** In the document's order. */
  readonly layers: readonly CheckLayer[];
  readonly thresholds: Thresholds;
  /** The clock of all rules, as written, and in milliseconds since 1970; NaN where nobody gives one that can be read. */
  readonly asOf: string;
  readonly asOfInstant: number;
}

export function checkLayer(layer: Layer): CheckLayer {
  return { id: layer.id, kind: layer.kind, title: layer.title, batch: effectiveBatch(layer) };
}

/** The layers with their edits in the base: for whoever reads batches as they stand. */
export function withoutEdits(document: WorkspaceDocument): WorkspaceDocument {
  if (document.layers.every(({ edits }) => edits.size === 0)) return document;
  const layers = document.layers.map(
    (layer): Layer => (layer.edits.size === 0 ? layer : { ...layer, base: effectiveBatch(layer), edits: new Map() }),
  );
  return { ...document, layers };
}

export function subjectOf(ref: FeatureRef): Subject {
  ref.subject ??= makeSubject(ref);
  return ref.subject;
}

function makeSubject({ layer, index }: FeatureRef): Subject {
  return { layer: layer.id, feature: layer.batch.ids[index] ?? String(layer.batch.rows[index] ?? index) };
}

/** What people call the feature: its name, else its code, else its id. */
export function nameOf(ref: FeatureRef): string {
  return field(ref, 'name') ?? field(ref, 'code') ?? subjectOf(ref).feature;
}

/** A text field without blanks around it; undefined where it is empty. */
export function field({ layer, index }: FeatureRef, name: string): string | undefined {
  return textAt(layer.batch, name, index)?.trim() || undefined;
}

/** The responsible unit; owners are compared as this text. */
export function ownerOf(ref: FeatureRef): string | undefined {
  return field(ref, 'owner');
}

/** Two zones without an owner, or one of them, count as having different ones. */
export function haveSameOwner(a: FeatureRef, b: FeatureRef): boolean {
  const owner = ownerOf(a);
  return owner !== undefined && owner === ownerOf(b);
}

export function levelOf(ref: FeatureRef): string {
  return field(ref, 'level') ?? 'grid';
}

export function dutyOf(ref: FeatureRef): string {
  return field(ref, 'duty') ?? 'general';
}

export function sourceClassOf(ref: FeatureRef): SourceClass {
  return {
    kind: ref.layer.kind as SourceKind,
    status: ref.layer.kind === 'bareSoil' ? field(ref, 'status') : undefined,
  };
}

/** Whether a field has a value anywhere in a batch. O(features). */
export function layerHasField(layer: CheckLayer, name: string): boolean {
  const column = layer.batch.columns.get(name);
  if (!column) return false;
  if (column.type === 'text')
    return column.codes.some((code) => code > 0 && column.dictionary[code - 1]?.trim() !== '');
  if (column.type === 'number') return column.values.some((value) => !Number.isNaN(value));
  return column.values.some((value) => value !== 255);
}
