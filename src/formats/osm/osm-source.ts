/** What the readers of both forms, XML and PBF, give to the one that builds layers: elements, one by one, as often as asked. */
import type { Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import type { OsmTags } from './osm-tags.ts';

export type MemberType = 'node' | 'way' | 'relation';

/** Longitude, latitude, … in degrees, one pair for each position of a way; NaN where the file leaves one out. */
export type InlinePositions = readonly number[];

export interface OsmWay {
  readonly id: number;
  readonly tags: OsmTags;
  /** Ids of nodes, in order. */
  readonly refs: readonly number[];
  /** Where the file writes positions beside or instead of the ids. */
  readonly positions?: InlinePositions;
}

export interface OsmMember {
  readonly type: MemberType;
  readonly ref: number;
  readonly role: string;
  /** Where the file writes the way's positions into the relation. */
  readonly positions?: InlinePositions;
}

export interface OsmRelation {
  readonly id: number;
  readonly tags: OsmTags;
  readonly members: readonly OsmMember[];
}

/** Who asks for nodes gets no ways and relations, and the other way round: files are gone through once for each. */
export type OsmVisitor =
  | { readonly node: (id: number, longitude: number, latitude: number, tags: OsmTags) => void }
  | { readonly way: (way: OsmWay) => void; readonly relation: (relation: OsmRelation) => void };

/** Elements that the file has, whatever was asked for. */
export interface OsmCounts {
  nodes: number;
  ways: number;
  relations: number;
  /** Marked as deleted or not visible: given to nobody, and not among the others. */
  deleted: number;
  /** Without an id or otherwise unusable: given to nobody, and not among the others. */
  broken: number;
}

export interface OsmSource {
  /** Of XML. */
  readonly encoding?: string;
  /**
   * Goes through the file once. Fails where nothing can be made of it; damage on the way is noted the
   * first time. What the visitor throws comes through.
   */
  visit(visitor: OsmVisitor, task: Task): Promise<Result<OsmCounts>>;
}

export const emptyCounts = (): OsmCounts => ({ nodes: 0, ways: 0, relations: 0, deleted: 0, broken: 0 });

/** Thrown by a visitor that cannot hold more; readers let it through where they catch what damaged bytes throw. */
export class OsmTooLarge extends Error {}

/** How much of one thing may be held in memory. */
export class Allowance {
  private left: number;

  constructor(limit: number) {
    this.left = limit;
  }

  /** Throws `OsmTooLarge`. */
  spend(count: number): void {
    this.left -= count;
    if (this.left < 0) throw new OsmTooLarge();
  }
}
