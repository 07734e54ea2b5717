/** The shape of one element from the nodes that the file has. What is missing is counted, for the caller to tell. */
import type { Task } from '../../core/task.ts';
import { assembleRings, type Piece } from './assemble-rings.ts';
import type { KeptRelation } from './collect-shapes.ts';
import { nestRings } from './nest-rings.ts';
import type { NodeTable } from './node-table.ts';
import type { Ways } from './way-store.ts';

/** Parts of rings of longitude, latitude, …: a line is a part of one ring. */
export type Shape = number[][][];

export interface WayShape {
  readonly shape: Shape;
  readonly missingNodes: number;
}

/** A way as lines: it is cut where nodes are missing, since nobody knows how it runs there. */
export function buildLine(refs: ArrayLike<number>, table: NodeTable): WayShape {
  const shape: Shape = [];
  let run: number[] = [];
  let missingNodes = 0;
  const endRun = (): void => {
    if (run.length >= 4) shape.push([run]);
    run = [];
  };
  for (let at = 0; at < refs.length; at++) {
    const node = table.indexOf(refs[at]!);
    if (node >= 0) run.push(table.longitudeAt(node), table.latitudeAt(node));
    else {
      missingNodes++;
      endRun();
    }
  }
  endRun();
  return { shape, missingNodes };
}

export interface AreaShape extends WayShape {
  /** The first and the last node are neither the same nor at the same place. */
  readonly isOpen: boolean;
}

/** A closed way as an area. Missing nodes are passed over: the outline runs straight to the next one that is there. */
export function buildArea(refs: ArrayLike<number>, table: NodeTable): AreaShape {
  const ring: number[] = [];
  let missingNodes = 0;
  for (let at = 0; at < refs.length; at++) {
    const node = table.indexOf(refs[at]!);
    if (node >= 0) ring.push(table.longitudeAt(node), table.latitudeAt(node));
    else missingNodes++;
  }
  const isClosedByIds = refs.length > 1 && refs[0] === refs[refs.length - 1];
  const isClosedByPlace = ring.length > 2 && ring[0] === ring.at(-2) && ring[1] === ring.at(-1);
  if (isClosedByIds && !isClosedByPlace && ring.length > 0) ring.push(ring[0]!, ring[1]!);
  const isOpen = !isClosedByIds && !isClosedByPlace;
  // Three corners and the first again.
  return { shape: !isOpen && ring.length >= 8 ? [[ring]] : [], missingNodes, isOpen };
}

export interface RelationShape {
  readonly shape: Shape;
  /** Ways that are not in the file, or not with all their nodes, and relations within the relation. */
  readonly missingMembers: number;
  /** Ways that are there but close no ring. */
  readonly unusedMembers: number;
  readonly rolesCorrected: number;
  readonly holesWithoutOutline: number;
}

/** The rings that are whole; those that members are missing of are left out. */
export async function buildRelation(
  relation: KeptRelation,
  ways: Ways,
  table: NodeTable,
  task: Task,
): Promise<RelationShape> {
  const pieces: Piece[] = [];
  let missingMembers = relation.foreignMembers;
  for (const { ref, role, refs: inline } of relation.members) {
    const way = inline ? undefined : ways.find(ref);
    const refs = inline ?? (way === undefined ? undefined : ways.refsAt(way));
    if (refs && refs.length > 0 && isWhole(refs, table)) pieces.push({ refs, role });
    else missingMembers++;
  }
  const { rings, unusedPieces } = assembleRings(pieces);
  const { parts, ...nested } = await nestRings(rings, table, missingMembers + unusedPieces === 0, task);
  return { shape: parts, missingMembers, unusedMembers: unusedPieces, ...nested };
}

function isWhole(refs: ArrayLike<number>, table: NodeTable): boolean {
  for (let at = 0; at < refs.length; at++) if (!table.has(refs[at]!)) return false;
  return true;
}
