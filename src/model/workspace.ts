/** The workspace contract: workspace.json as written, and the document that the app holds in memory. */
import type { Subject } from '../core/subject.ts';
import type { FeatureBatch, Value } from './feature-batch.ts';
import type { LayerKind } from './kinds.ts';
import type { LonLat } from './lon-lat.ts';
import type { NoticeDecision } from './notice-decision.ts';
import type { RulePack } from './rule-pack.ts';
import type { Scene } from './scene.ts';
import type { Series } from './series.ts';

export type Datum = 'wgs84' | 'gcj02' | 'bd09';

/** One entry of `layers` in workspace.json. */
export interface LayerManifest {
  readonly id: string;
  readonly kind: LayerKind;
  readonly title?: string;
  readonly file: string;
  readonly sublayer?: string;
  /** `EPSG:n` with a bundled definition, or a proj4 string. Default: the file's own, else EPSG:4326. */
  readonly crs?: string;
  readonly datum?: Datum;
  readonly encoding?: string;
  readonly geometry?: { readonly lon?: string; readonly lat?: string; readonly wkt?: string };
  readonly units?: Readonly<Record<string, string>>;
  /** canonical field → the file's own column name */
  readonly fields?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, Value>>;
  /** the file's own column name → values, one of which must match, compared as text */
  readonly where?: Readonly<Record<string, readonly Value[]>>;
}

export interface WorkspaceException {
  readonly rule: string;
  readonly subjects: readonly Subject[];
  /** The id of the one finding that it holds for; absent for all of the rule about these subjects. */
  readonly finding?: string;
  readonly kind: 'exception' | 'joint';
  readonly reason?: string;
  readonly by?: string;
  readonly when?: string;
}

export const CASE_STATUSES = ['open', 'assigned', 'settled', 'verified'] as const;

/** What became of a finding: handed out on a slip, reported as settled, looked at and verified. */
export interface WorkspaceCase {
  /** The finding's id. */
  readonly finding: string;
  readonly status: (typeof CASE_STATUSES)[number];
  /** ISO days. */
  readonly assignedAt?: string;
  readonly deadline?: string;
  readonly settledAt?: string;
  readonly verifiedAt?: string;
  /** In the words of whoever settled it. */
  readonly outcome?: string;
  /** After it was put right: file names, under `attachments/` where they are in the workspace. */
  readonly photos?: readonly string[];
  /** Before it was put right. */
  readonly photosBefore?: readonly string[];
}

export interface WorkspaceManifest {
  readonly format: 'chentu-workspace';
  readonly version: 1;
  readonly name: string;
  readonly asOf?: string;
  readonly layers: readonly LayerManifest[];
  readonly series?: readonly unknown[];
  readonly rulePack?: string;
  readonly frame?: LonLat;
  readonly exceptions?: readonly WorkspaceException[];
  readonly cases?: readonly WorkspaceCase[];
  readonly scenes?: readonly Scene[];
  /** What was decided about proposals of a month. */
  readonly decisions?: readonly NoticeDecision[];
  /** Months whose findings are kept: for whoever cannot list the folder. */
  readonly snapshots?: readonly { readonly month: string; readonly file: string }[];
}

/** A feature as edited: canonical fields and the file's other columns in one flat record. */
export interface EditedFeature {
  readonly id: string;
  readonly geometry: GeoJSON.Geometry | null;
  readonly properties: Readonly<Record<string, Value>>;
}

/** A layer in memory: the batch as read, and the edits laid over it. */
export interface Layer {
  readonly id: string;
  readonly kind: LayerKind;
  readonly title: string;
  readonly manifest: LayerManifest;
  readonly base: FeatureBatch;
  /** Edited or added features by id; null marks one deleted. Added ones keep insertion order, after the base. */
  readonly edits: ReadonlyMap<string, EditedFeature | null>;
}

/** Everything that edits can change. Immutable: `applyPatch` is the only writer. */
export interface WorkspaceDocument {
  readonly name: string;
  readonly asOf?: string;
  readonly frame?: LonLat;
  readonly layers: readonly Layer[];
  readonly rulePack: RulePack;
  /** The rules were changed since they were read: saving writes them. */
  readonly rulePackIsOwn?: boolean;
  readonly exceptions: readonly WorkspaceException[];
  readonly scenes: readonly Scene[];
  /** At most one per finding is looked at: the first. */
  readonly cases?: readonly WorkspaceCase[];
  readonly decisions?: readonly NoticeDecision[];
  /** Readings of monitoring stations, as read; edits do not change them. What they were read from is carried. */
  readonly series?: readonly Series[];
  /** Parts of workspace.json that are saved again as they were (series, unknown keys). */
  readonly carried: Readonly<Record<string, unknown>>;
  /** What belongs to the workspace and was not turned into layers; saved again as it was. */
  readonly unread?: UnreadParts;
}

interface UnreadParts {
  /** Series, snapshots, attachments, the rule pack, files of layers that could not be read: by path in the folder. */
  readonly files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  /** Entries of `layers` in workspace.json that could not be opened, as they stand there. */
  readonly layers: readonly unknown[];
}
