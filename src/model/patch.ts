/**
 * Edits as data. `applyPatch` is the only writer of a document; what it returns beside the new
 * document undoes it, so that undo needs no code of its own.
 */
import { invariant } from '../core/invariant.ts';
import type { FeatureBatch } from './feature-batch.ts';
import type { Sentence } from './findings.ts';
import type { NoticeDecision } from './notice-decision.ts';
import type { RulePack } from './rule-pack.ts';
import type { Scene } from './scene.ts';
import type {
  EditedFeature,
  Layer,
  LayerManifest,
  WorkspaceCase,
  WorkspaceDocument,
  WorkspaceException,
} from './workspace.ts';

export type PatchOperation =
  /** Adds or replaces a feature (null deletes; undefined takes the edit back and shows the base again). */
  | {
      readonly op: 'feature';
      readonly layer: string;
      readonly id: string;
      readonly feature: EditedFeature | null | undefined;
    }
  /** Adds a layer at an index (a new empty patrol layer, an import), or removes it (undefined). */
  | { readonly op: 'layer'; readonly id: string; readonly index: number; readonly layer: NewLayer | undefined }
  | { readonly op: 'exceptions'; readonly exceptions: readonly WorkspaceException[] }
  | { readonly op: 'scenes'; readonly scenes: readonly Scene[] }
  /** A file that is carried with the workspace – a photo's thumbnail under `attachments/`, a month's findings under `snapshots/`; undefined takes it away. */
  | { readonly op: 'attachment'; readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> | undefined }
  | { readonly op: 'cases'; readonly cases: readonly WorkspaceCase[] | undefined }
  | { readonly op: 'decisions'; readonly decisions: readonly NoticeDecision[] | undefined }
  /** Other thresholds or priorities. `isOwn`: the workspace's file of rules no longer says it and is written on saving. */
  | { readonly op: 'rulePack'; readonly rulePack: RulePack; readonly isOwn: boolean };

export interface NewLayer {
  readonly manifest: LayerManifest;
  readonly base: FeatureBatch;
  readonly edits?: ReadonlyMap<string, EditedFeature | null>;
}

export interface Patch {
  /** What was done, for the history list: a key under `edit.`. */
  readonly label: Sentence;
  readonly operations: readonly PatchOperation[];
}

export interface PatchResult {
  readonly document: WorkspaceDocument;
  readonly inverse: Patch;
}

/** Applies every operation in order. Throws on a layer that is not there. O(edits of the touched layers). */
export function applyPatch(document: WorkspaceDocument, patch: Patch): PatchResult {
  let current = document;
  const inverses: PatchOperation[] = [];
  for (const operation of patch.operations) {
    const [next, inverse] = applyOperation(current, operation);
    current = next;
    inverses.push(inverse);
  }
  return { document: current, inverse: { label: patch.label, operations: inverses.reverse() } };
}

function applyOperation(document: WorkspaceDocument, operation: PatchOperation): [WorkspaceDocument, PatchOperation] {
  switch (operation.op) {
    case 'feature': {
      const index = document.layers.findIndex((layer) => layer.id === operation.layer);
      const layer = document.layers[index];
      invariant(layer, `a patch names layer "${operation.layer}", expected one of the document's layers`);
      const edits = new Map(layer.edits);
      const before = edits.get(operation.id);
      if (operation.feature === undefined) edits.delete(operation.id);
      else edits.set(operation.id, operation.feature);
      return [
        { ...document, layers: document.layers.with(index, { ...layer, edits }) },
        { ...operation, feature: before },
      ];
    }
    case 'layer': {
      const index = document.layers.findIndex((layer) => layer.id === operation.id);
      const existing = document.layers[index];
      if (operation.layer) {
        invariant(!existing, `a patch adds layer "${operation.id}", which is already there`);
        const layers = document.layers.toSpliced(operation.index, 0, layerFrom(operation.id, operation.layer));
        return [
          { ...document, layers },
          { ...operation, layer: undefined },
        ];
      }
      invariant(existing, `a patch removes layer "${operation.id}", which is not there`);
      const { manifest, base, edits } = existing;
      return [
        { ...document, layers: document.layers.toSpliced(index, 1) },
        { ...operation, index, layer: { manifest, base, edits } },
      ];
    }
    case 'exceptions':
      return [
        { ...document, exceptions: operation.exceptions },
        { op: 'exceptions', exceptions: document.exceptions },
      ];
    case 'scenes':
      return [
        { ...document, scenes: operation.scenes },
        { op: 'scenes', scenes: document.scenes },
      ];
    case 'attachment': {
      const { files = {}, layers = [] } = document.unread ?? {};
      const { [operation.path]: before, ...others } = files;
      const next = operation.bytes ? { ...others, [operation.path]: operation.bytes } : others;
      return [withUnread(document, next, layers), { ...operation, bytes: before }];
    }
    case 'cases': {
      const { cases: before, ...others } = document;
      const { cases } = operation;
      return [cases ? { ...others, cases } : others, { op: 'cases', cases: before }];
    }
    case 'decisions': {
      const { decisions: before, ...others } = document;
      const { decisions } = operation;
      return [decisions ? { ...others, decisions } : others, { op: 'decisions', decisions: before }];
    }
    case 'rulePack': {
      const { rulePackIsOwn = false, ...others } = document;
      return [
        { ...others, rulePack: operation.rulePack, ...(operation.isOwn ? { rulePackIsOwn: true } : {}) },
        { op: 'rulePack', rulePack: document.rulePack, isOwn: rulePackIsOwn },
      ];
    }
  }
}

/** A document without such parts has no key for them. */
function withUnread(
  { unread: _, ...document }: WorkspaceDocument,
  files: NonNullable<WorkspaceDocument['unread']>['files'],
  layers: readonly unknown[],
): WorkspaceDocument {
  return Object.keys(files).length > 0 || layers.length > 0 ? { ...document, unread: { files, layers } } : document;
}

/** Several patches as one: what they do one after the other, as one batch for whoever follows. */
export function joinPatches(patches: readonly Patch[]): Patch | undefined {
  const [first, ...others] = patches;
  if (!first || others.length === 0) return first;
  return { label: first.label, operations: patches.flatMap((patch) => patch.operations) };
}

function layerFrom(id: string, added: NewLayer): Layer {
  const { manifest, base, edits } = added;
  return { id, kind: manifest.kind, title: manifest.title ?? id, manifest, base, edits: edits ?? new Map() };
}
