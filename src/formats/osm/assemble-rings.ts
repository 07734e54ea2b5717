/**
 * Joins the ways of a multipolygon end to end into rings. Nodes are compared by id, as OSM means it:
 * ways that touch share a node. Knows no coordinates and no holes.
 */

export type RingRole = 'outer' | 'inner' | 'unknown';

export interface Piece {
  /** Ids of nodes; first and last are alike where the way is closed. */
  readonly refs: ArrayLike<number>;
  readonly role: RingRole;
}

export interface AssembledRing {
  /** Ids of nodes, each once: the last is joined to the first. At least three. */
  readonly refs: number[];
  readonly role: RingRole;
}

export interface AssembledRings {
  readonly rings: AssembledRing[];
  /** Ways that no ring could be made of. */
  readonly unusedPieces: number;
}

/**
 * Where more than two ways meet, a ring goes on with a way of its own role if there is one. A ring that
 * comes back to a node it has passed is cut in two there, so that rings that touch in a node stay apart.
 * O(positions).
 */
export function assembleRings(pieces: readonly Piece[]): AssembledRings {
  const rings: AssembledRing[] = [];
  const open = new OpenPieces();
  let unusedPieces = 0;
  const take = (refs: readonly number[], role: RingRole): void => {
    for (const simple of cutAtRepeats(refs)) if (simple.length >= 3) rings.push({ refs: simple, role });
  };
  for (const piece of pieces) {
    const { refs, role } = piece;
    if (refs.length < 2) unusedPieces++;
    else if (refs[0] === refs[refs.length - 1]) take(Array.from(refs).slice(0, -1), role);
    else open.add(piece);
  }
  open.pruneLooseEnds();
  unusedPieces += open.walk((path) => take(refsOf(path), roleOf(path)));
  return { rings, unusedPieces };
}

interface Step {
  readonly piece: Piece;
  /** Whether the way is walked from its last node to its first. */
  readonly isReversed: boolean;
}

const startOf = ({ piece: { refs }, isReversed }: Step): number => refs[isReversed ? refs.length - 1 : 0]!;
const endOf = ({ piece: { refs }, isReversed }: Step): number => refs[isReversed ? 0 : refs.length - 1]!;

/** All nodes of a closed path, the first not repeated at the end. */
function refsOf(path: readonly Step[]): number[] {
  const nodes: number[] = [];
  for (const { piece, isReversed } of path) {
    const { refs } = piece;
    for (let at = 0; at + 1 < refs.length; at++) nodes.push(refs[isReversed ? refs.length - 1 - at : at]!);
  }
  return nodes;
}

function roleOf(path: readonly Step[]): RingRole {
  if (path.some(({ piece }) => piece.role === 'outer')) return 'outer';
  return path.every(({ piece }) => piece.role === 'inner') ? 'inner' : 'unknown';
}

/** The ways that end at one node, used ones among them. */
type Ends = Record<RingRole, Piece[]>;
const ROLES: readonly RingRole[] = ['outer', 'inner', 'unknown'];

/** Ways that are not closed, by the nodes at their ends. Each is put in twice and taken out once: thousands may meet in one node. */
class OpenPieces {
  private readonly left = new Set<Piece>();
  private readonly at = new Map<number, Ends>();
  /** Ways left at each node. */
  private readonly degree = new Map<number, number>();
  private loose = 0;

  add(piece: Piece): void {
    this.left.add(piece);
    for (const end of endsOf(piece)) {
      const there = this.at.get(end) ?? { outer: [], inner: [], unknown: [] };
      there[piece.role].push(piece);
      this.at.set(end, there);
      this.degree.set(end, (this.degree.get(end) ?? 0) + 1);
    }
  }

  /** Sets aside ways that end where no other begins, again and again: no ring goes through them. */
  pruneLooseEnds(): void {
    const nodes = [...this.at.keys()];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (this.degree.get(node) !== 1) continue;
      const last = ROLES.flatMap((role) => this.at.get(node as number)![role]).find((piece) => this.left.has(piece))!;
      this.left.delete(last);
      this.loose++;
      for (const end of endsOf(last)) {
        this.degree.set(end, this.degree.get(end)! - 1);
        nodes.push(end);
      }
    }
  }

  /** Gives each closed path once; returns how many ways are in none. */
  walk(give: (path: Step[]) => void): number {
    let dead = 0;
    for (const first of this.left) {
      this.left.delete(first);
      const path: Step[] = [{ piece: first, isReversed: false }];
      /** Nodes at which the path's steps start, and which step that is. */
      const passed = new Map([[startOf(path[0]!), 0]]);
      for (let last = path.at(-1); last; last = path.at(-1)) {
        const node = endOf(last);
        const from = passed.get(node);
        if (from !== undefined) {
          // The path before the ring ends at the node where the ring began, and goes on from there.
          const ring = path.splice(from);
          for (const step of ring) passed.delete(startOf(step));
          give(ring);
          continue;
        }
        const next = this.takeAt(node, last.piece.role);
        if (next) {
          passed.set(node, path.length);
          path.push(next);
        } else {
          path.pop();
          passed.delete(startOf(last));
          dead++;
        }
      }
    }
    return dead + this.loose;
  }

  private takeAt(node: number, wanted: RingRole): Step | undefined {
    const there = this.at.get(node);
    for (const role of [wanted, ...ROLES]) {
      for (let piece = there?.[role].pop(); piece; piece = there?.[role].pop()) {
        if (this.left.delete(piece)) return { piece, isReversed: piece.refs[0] !== node };
      }
    }
    return undefined;
  }
}

const endsOf = ({ refs }: Piece): [number, number] => [refs[0]!, refs[refs.length - 1]!];

/** A ring that passes a node twice becomes two rings there. Spikes, there and back again, fall away. O(n). */
function cutAtRepeats(refs: readonly number[]): number[][] {
  const rings: number[][] = [];
  const path: number[] = [];
  const placeOf = new Map<number, number>();
  for (const ref of refs) {
    const before = placeOf.get(ref);
    if (before !== undefined) {
      const loop = path.splice(before + 1);
      for (const inner of loop) placeOf.delete(inner);
      if (loop.length >= 2) rings.push([ref, ...loop]);
      continue;
    }
    placeOf.set(ref, path.length);
    path.push(ref);
  }
  rings.push(path);
  return rings;
}
