/** What is open and what the checks say of it. Written by the controllers in app/, read by the panels. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../core/result.ts';
import type { Progress } from '../../core/task.ts';
import type { Drawable } from '../../geo/drawable.ts';
import type { FeatureStyling } from '../../map/map-types.ts';
import type { CheckResult, Finding } from '../../model/findings.ts';
import { EMPTY_HISTORY, type History } from '../../model/history.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import type { FeaturesByLayer } from './layer-features.ts';

/**
 *   none ──open──▶ opening ──data──▶ checking ──findings──▶ ready ──edit──▶ updating ──▶ ready
 *                     └──── cancel, failure ────▶ what was there before, or none
 */
export type WorkspacePhase = 'none' | 'opening' | 'checking' | 'ready' | 'updating';

export interface WorkspaceState {
  readonly phase: WorkspacePhase;
  /** Of the open or the check under way. */
  readonly progress: Progress | undefined;
  readonly document: WorkspaceDocument | undefined;
  readonly features: FeaturesByLayer;
  readonly drawables: Readonly<Record<string, Drawable>>;
  /** How each feature looks, by layer: map and legend read the same. */
  readonly stylings: Readonly<Record<string, FeatureStyling>>;
  readonly check: CheckResult | undefined;
  readonly findingById: ReadonlyMap<string, Finding>;
  readonly history: History;
  /** The demo district is fictional, and is labelled so. */
  readonly isDemo: boolean;
}
export type WorkspaceStore = StoreApi<WorkspaceState>;

export const EMPTY_WORKSPACE: WorkspaceState = {
  phase: 'none',
  progress: undefined,
  document: undefined,
  features: new Map(),
  drawables: {},
  stylings: {},
  check: undefined,
  findingById: new Map(),
  history: EMPTY_HISTORY,
  isDemo: false,
};

export function createWorkspaceStore(): WorkspaceStore {
  return createStore<WorkspaceState>()(() => EMPTY_WORKSPACE);
}

/** A check as the store keeps it. `byId`: its findings by their ids, where somebody gathered them while they came. */
export function withCheck(
  check: CheckResult,
  byId?: ReadonlyMap<string, Finding>,
): Pick<WorkspaceState, 'check' | 'findingById'> {
  const findingById =
    byId?.size === check.findings.length ? byId : new Map(check.findings.map((finding) => [finding.id, finding]));
  return { check, findingById };
}

/** Something that must be said and stays until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly problem: Problem;
}
