/** What an examination of a layer's datum takes and says. */
import type { Problem } from '../../core/result.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { Datum } from '../../model/workspace.ts';

/** In the order in which a draw is decided and tables are shown. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const satisfies readonly Datum[];

/** A layer of the workspace: WGS84, canonical columns. */
export interface DatumReference {
  readonly kind: LayerKind;
  readonly batch: FeatureBatch;
}

export interface Vector {
  readonly eastMeters: number;
  readonly northMeters: number;
}

/** How well the layer fits the references if its numbers are in this datum. Undefined: nothing to measure it by. */
export interface DatumCandidate {
  readonly datum: Datum;
  /** By how much positions in this datum stand off WGS84, in the middle of the layer. */
  readonly shift: Vector;
  /** Of the sampled positions to the nearest reference line; and to the nearest outline of a reference polygon. */
  readonly lineMeters?: number;
  readonly outlineMeters?: number;
  /** Of the sampled features, those within the boundary. */
  readonly insideFraction?: number;
  /** Of the features that name a zone, those that lie in it. */
  readonly namedZoneFraction?: number;
  /** Of polygons (or points) with a road near them, those that it runs through: of the layer, or where it is roads itself, of the references. */
  readonly crossedFraction?: number;
  /** Features that lie over a reference feature of their size. */
  readonly matchedShapes?: number;
  /** How far shapes still lie from the references that they were found again in, once read so. */
  readonly residualMeters?: number;
  /** Sampled features in another zone than if the numbers were WGS84. */
  readonly zoneChanges?: number;
}

/** How much a piece of evidence counts: see weigh-evidence.ts. */
export type Weight = 'strong' | 'moderate' | 'weak';

export interface Evidence {
  readonly datum: Datum;
  readonly weight: Weight;
  /** The sentence with its numbers. */
  readonly problem: Problem;
}

export interface DatumExamination {
  readonly candidates: readonly DatumCandidate[];
  /** Where shapes of the layer were found again among the references: their median offset, layer less reference, as the file has it. */
  readonly observedShift?: Vector & { readonly pairs: number };
  /** Features that were looked at. */
  readonly sampledFeatures: number;
  readonly evidence: readonly Evidence[];
  readonly verdict: {
    /** Undefined: the references do not tell. */
    readonly datum: Datum | undefined;
    readonly confidence: 'high' | 'medium' | 'low' | 'none';
  };
  /** The verdict first, then why; codes `datum-…`. */
  readonly reasons: readonly Problem[];
}
