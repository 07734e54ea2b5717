/**
 * The district as a planar mesh: faces that share their vertices exactly. It starts as one face
 * and is only ever cut along paths from border to border; where a cut meets a border, the vertex is
 * inserted into both faces. So blocks, grids, communities and streets built from faces can neither
 * overlap nor leave gaps. Knows nothing of what a cut means, only its class name.
 */
import { invariant } from '../../src/core/invariant.ts';
import {
  type Box,
  boxesMeet,
  boxOf,
  crossing,
  distance,
  distanceToRing,
  isInside,
  middle,
  type Point,
  roundPoint,
  signedArea,
} from './plane.ts';

interface Face {
  /** Vertex ids, counter-clockwise, open. */
  ring: number[];
  box: Box;
  /** The superblock that it was cut from; -1 until marked. */
  block: number;
  /** The road block that it was cut from; -1 until marked. */
  plot: number;
}

interface CutOptions {
  /** What the new edges are. */
  readonly kind: string;
  /** A cut that ends within so many metres of an existing vertex ends there. */
  readonly snapMeters?: number;
  /** The same for vertices where edges already meet, so that streets run on across a street. */
  readonly junctionSnapMeters?: number;
  /** Neither side may be smaller. */
  readonly minimumAreaSquareMeters?: number;
  /** Kinds of edges at which a cut may not end. */
  readonly avoid?: ReadonlySet<string>;
}

const KEY = 2 ** 25;

const directedKey = (from: number, to: number): number => from * KEY + to;

const edgeKey = (a: number, b: number): number => (a < b ? directedKey(a, b) : directedKey(b, a));

export class Mesh {
  readonly points: Point[] = [];
  readonly faces: Face[] = [];
  /** How many edges meet at a vertex. */
  readonly degree: number[] = [];
  private readonly faceOf = new Map<number, number>();
  private readonly kinds = new Map<number, string>();

  constructor(border: readonly Point[], kind: string) {
    const ring = border.map((point) => this.addVertex(point));
    this.faces.push({ ring, box: boxOf(border), block: -1, plot: -1 });
    for (let i = 0; i < ring.length; i++) {
      const next = ring[(i + 1) % ring.length]!;
      this.faceOf.set(directedKey(ring[i]!, next), 0);
      this.kinds.set(edgeKey(ring[i]!, next), kind);
    }
  }

  pointsOf(face: number): Point[] {
    return this.faces[face]!.ring.map((vertex) => this.points[vertex]!);
  }
  kindOf(a: number, b: number): string {
    return this.kinds.get(edgeKey(a, b)) ?? 'none';
  }
  /** The face on the left of an edge, or undefined outside. */
  leftOf(from: number, to: number): number | undefined {
    return this.faceOf.get(directedKey(from, to));
  }
  *edges(): IterableIterator<[a: number, b: number, kind: string]> {
    for (const [key, kind] of this.kinds) yield [Math.floor(key / KEY), key % KEY, kind];
  }

  /** Cuts every face that the curve crosses. Parts of the curve that end inside a face are left out. */
  cutAll(curve: readonly Point[], options: CutOptions): void {
    const box = boxOf(curve);
    for (let face = 0, count = this.faces.length; face < count; face++) {
      if (boxesMeet(this.faces[face]!.box, box)) this.cutFace(face, curve, options);
    }
  }

  /** Cuts one face wherever the curve crosses it from border to border. Returns whether anything was cut. */
  cutFace(face: number, curve: readonly Point[], options: CutOptions): boolean {
    const hits = this.findHits(face, curve);
    let didCut = false;
    for (let i = 0; i + 1 < hits.length; i++) {
      const start = hits[i]!;
      const end = hits[i + 1]!;
      const piece = curve.slice(Math.floor(start.at) + 1, Math.floor(end.at) + 1);
      const probe = piece.length > 0 ? piece[piece.length >> 1]! : middle(start.point, end.point);
      const inside = this.whichHolds(face, didCut, probe);
      if (inside === undefined) continue;
      if (this.connect(inside, start, end, piece, options)) didCut = true;
    }
    return didCut;
  }

  /** The face or the newest parts of it that hold a point. */
  private whichHolds(face: number, wasCut: boolean, probe: Point): number | undefined {
    if (isInside(probe, this.pointsOf(face))) return face;
    if (!wasCut) return undefined;
    for (let other = this.faces.length - 1; other >= Math.max(0, this.faces.length - 12); other--) {
      if (isInside(probe, this.pointsOf(other))) return other;
    }
    return undefined;
  }

  private findHits(face: number, curve: readonly Point[]): Hit[] {
    const { ring, box } = this.faces[face]!;
    const hits: Hit[] = [];
    for (let i = 0; i + 1 < curve.length; i++) {
      const [p, q] = [curve[i]!, curve[i + 1]!];
      if (!boxesMeet(boxOf([p, q]), box)) continue;
      for (let k = 0; k < ring.length; k++) {
        const a = ring[k]!;
        const b = ring[(k + 1) % ring.length]!;
        const found = crossing(p, q, this.points[a]!, this.points[b]!);
        if (found) hits.push({ at: i + found[0], from: a, to: b, point: middle(p, q, found[0]) });
      }
    }
    return hits.sort((left, right) => left.at - right.at);
  }

  private connect(face: number, start: Hit, end: Hit, piece: readonly Point[], options: CutOptions): boolean {
    const { avoid } = options;
    const from = this.anchor(face, start, options);
    const to = this.anchor(face, end, options);
    if (!from || !to) return false;
    if (avoid && (avoid.has(this.kindOf(from.a, from.b)) || avoid.has(this.kindOf(to.a, to.b)))) return false;
    if (from.vertex !== undefined && from.vertex === to.vertex) return false;
    if (distance(from.point, to.point) < 30) return false;
    const outline = this.pointsOf(face);
    const free = piece.map(roundPoint).filter((point) => isInside(point, outline));
    // A curve that runs along an existing edge is that edge, drawn a second time.
    if (free.length > 1 && free.every((point) => distanceToRing(point, outline) < 3)) return false;
    const inner = free.filter(
      (point) =>
        distance(point, from.point) > 25 && distance(point, to.point) > 25 && distanceToRing(point, outline) > 14,
    );
    const path = [from.point, ...inner, to.point];
    if (!this.isClear(face, path, from, to)) return false;
    if (!this.leavesEnough(face, path, from, to, options.minimumAreaSquareMeters ?? 900)) return false;
    const first = from.vertex ?? this.insert(from.a, from.b, from.point);
    // The first insertion may have split the very edge that the second lies on.
    const last = to.vertex ?? this.insertNear(face, to.point);
    this.split(face, first, last, inner, options.kind);
    return true;
  }

  /** Where a hit attaches: an existing vertex nearby, or a point of the edge. */
  private anchor(face: number, hit: Hit, options: CutOptions): Anchor | undefined {
    const { snapMeters = 12, junctionSnapMeters = snapMeters } = options;
    const { ring } = this.faces[face]!;
    let best: number | undefined;
    let nearest = Infinity;
    for (const vertex of ring) {
      const off = distance(this.points[vertex]!, hit.point);
      const limit = this.degree[vertex]! >= 3 ? junctionSnapMeters : snapMeters;
      if (off < limit && off < nearest) {
        best = vertex;
        nearest = off;
      }
    }
    const [a, b] = this.edgeAt(face, hit.point);
    if (best !== undefined) return { vertex: best, point: this.points[best]!, a, b };
    return { vertex: undefined, point: roundPoint(hit.point), a, b };
  }

  private edgeAt(face: number, point: Point): [number, number] {
    const { ring } = this.faces[face]!;
    let best: [number, number] = [ring[0]!, ring[1]!];
    let nearest = Infinity;
    for (let k = 0; k < ring.length; k++) {
      const a = ring[k]!;
      const b = ring[(k + 1) % ring.length]!;
      const pa = this.points[a]!;
      const pb = this.points[b]!;
      const length = distance(pa, pb) || 1;
      const t = Math.max(
        0,
        Math.min(1, ((point[0] - pa[0]) * (pb[0] - pa[0]) + (point[1] - pa[1]) * (pb[1] - pa[1])) / length ** 2),
      );
      const off = distance(point, middle(pa, pb, t));
      if (off < nearest) {
        nearest = off;
        best = [a, b];
      }
    }
    return best;
  }

  /** No segment of the path may come near the ring except at its own ends, nor leave the border at a very sharp angle. */
  private isClear(face: number, path: readonly Point[], from: Anchor, to: Anchor): boolean {
    const { ring } = this.faces[face]!;
    for (let i = 0; i + 1 < path.length; i++) {
      const [p, q] = [path[i]!, path[i + 1]!];
      for (let k = 0; k < ring.length; k++) {
        const a = ring[k]!;
        const b = ring[(k + 1) % ring.length]!;
        const touchesStart = i === 0 && isAt(from, a, b);
        const touchesEnd = i === path.length - 2 && isAt(to, a, b);
        if (touchesStart || touchesEnd) continue;
        if (crossing(p, q, this.points[a]!, this.points[b]!)) return false;
      }
    }
    return this.leavesClearly(ring, path, from, to) && isInside(middle(path[0]!, path[1]!), this.pointsOf(face));
  }

  private leavesClearly(ring: readonly number[], path: readonly Point[], from: Anchor, to: Anchor): boolean {
    const ends: [Anchor, Point, Point][] = [
      [from, path[0]!, path[1]!],
      [to, path[path.length - 1]!, path[path.length - 2]!],
    ];
    return ends.every(([anchor, at, next]) => {
      const at2 = anchor.vertex === undefined ? -1 : ring.indexOf(anchor.vertex);
      const around =
        at2 < 0 ? [anchor.a, anchor.b] : [ring[(at2 + 1) % ring.length]!, ring[(at2 + ring.length - 1) % ring.length]!];
      return around.every((vertex) => angleBetween(at, next, this.points[vertex]!) > 0.35);
    });
  }

  private leavesEnough(face: number, path: readonly Point[], from: Anchor, to: Anchor, minimum: number): boolean {
    const { ring } = this.faces[face]!;
    const total = signedArea(this.pointsOf(face));
    const start = ring.indexOf(from.vertex ?? from.b);
    const stop = ring.indexOf(to.vertex ?? to.a);
    const side: Point[] = [];
    if (from.vertex === undefined) side.push(from.point);
    const sameEdge = from.vertex === undefined && to.vertex === undefined && from.a === to.a;
    if (!sameEdge) {
      for (let k = start; ; k = (k + 1) % ring.length) {
        side.push(this.points[ring[k]!]!);
        if (k === stop) break;
      }
    }
    if (to.vertex === undefined) side.push(to.point);
    for (let i = path.length - 2; i > 0; i--) side.push(path[i]!);
    const area = Math.abs(signedArea(side));
    return area >= minimum && total - area >= minimum;
  }

  private addVertex(point: Point): number {
    invariant(this.points.length < KEY, 'a mesh with more vertices than its edge keys can name');
    this.points.push(roundPoint(point));
    this.degree.push(2);
    return this.points.length - 1;
  }

  private insertNear(face: number, point: Point): number {
    const [a, b] = this.edgeAt(face, point);
    return this.insert(a, b, point);
  }

  /** Puts a vertex into an edge, for the faces on both sides. */
  private insert(a: number, b: number, point: Point): number {
    const vertex = this.addVertex(point);
    const kind = this.kindOf(a, b);
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const face = this.faceOf.get(directedKey(from, to));
      if (face === undefined) continue;
      const { ring } = this.faces[face]!;
      ring.splice(ring.indexOf(from) + 1, 0, vertex);
      this.faceOf.delete(directedKey(from, to));
      this.faceOf.set(directedKey(from, vertex), face);
      this.faceOf.set(directedKey(vertex, to), face);
    }
    this.kinds.delete(edgeKey(a, b));
    this.kinds.set(edgeKey(a, vertex), kind);
    this.kinds.set(edgeKey(vertex, b), kind);
    return vertex;
  }

  private split(face: number, from: number, to: number, inner: readonly Point[], kind: string): void {
    const { ring, block, plot } = this.faces[face]!;
    const path = [from, ...inner.map((point) => this.addVertex(point)), to];
    const i = ring.indexOf(from);
    const j = ring.indexOf(to);
    const walk = (start: number, stop: number): number[] => {
      const out: number[] = [];
      for (let k = start; k !== stop; k = (k + 1) % ring.length) out.push(ring[k]!);
      return out;
    };
    const kept = [...walk(i, j), ...path.slice(1).reverse()];
    const made = [...walk(j, i), ...path.slice(0, -1)];
    const other = this.faces.length;
    this.faces[face] = { ring: kept, box: boxOf(kept.map((v) => this.points[v]!)), block, plot };
    this.faces.push({ ring: made, box: boxOf(made.map((v) => this.points[v]!)), block, plot });
    for (const [index, cycle] of [
      [face, kept],
      [other, made],
    ] as const) {
      for (let k = 0; k < cycle.length; k++)
        this.faceOf.set(directedKey(cycle[k]!, cycle[(k + 1) % cycle.length]!), index);
    }
    for (let k = 0; k + 1 < path.length; k++) this.kinds.set(edgeKey(path[k]!, path[k + 1]!), kind);
    this.degree[from]! += 1;
    this.degree[to]! += 1;
  }
}

interface Hit {
  /** Segment index of the curve plus the fraction along it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly point: Point;
}

interface Anchor {
  readonly vertex: number | undefined;
  readonly point: Point;
  readonly a: number;
  readonly b: number;
}

function isAt(anchor: Anchor, a: number, b: number): boolean {
  if (anchor.vertex !== undefined) return anchor.vertex === a || anchor.vertex === b;
  return anchor.a === a && anchor.b === b;
}

function angleBetween(at: Point, p: Point, q: Point): number {
  const first = Math.atan2(p[1] - at[1], p[0] - at[0]);
  const second = Math.atan2(q[1] - at[1], q[0] - at[0]);
  const turn = Math.abs(first - second);
  return Math.min(turn, 2 * Math.PI - turn);
}
