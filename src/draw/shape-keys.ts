/** What the keys do to the shape in hand: which vertex is chosen, nudging, turning, scaling, a vertex more or less. */
import type { Frame } from '../geo/laea.ts';
import type { DraftStep, VertexEdit } from './draft.ts';
import { nudgeOf } from './draw-keys.ts';
import { neighbouringVertex, type VertexAddress } from './shape-paths.ts';
import { middlesOf } from './shape-pointer.ts';
import { middleOf, placeOf, transformPaths } from './transform-shape.ts';

const TURN_DEGREES = 5;
const SCALE_FACTOR = 1.05;

/** The shape in hand, as keys see and change it. */
export interface ShapeInHand {
  /** Undefined while there is none, or while something is being sketched. */
  step(): DraftStep | undefined;
  chosen(): VertexAddress | undefined;
  isTransforming(): boolean;
  choose(address: VertexAddress | undefined): void;
  change(edit: VertexEdit): void;
  keep(step: DraftStep): void;
}

/** Each answers whether there was something for the key to do. */
export interface ShapeKeys {
  nudge(press: Parameters<typeof nudgeOf>[0]): boolean;
  turn(isLeft: boolean): boolean;
  scale(isSmaller: boolean): boolean;
  chooseNext(by: 1 | -1): boolean;
  insert(): boolean;
  removeChosen(): boolean;
}

interface Transformation {
  readonly degrees?: number;
  readonly factor?: number;
  readonly eastMeters?: number;
  readonly northMeters?: number;
}

export function createShapeKeys(frame: Frame, hand: ShapeInHand): ShapeKeys {
  function transform(by: Transformation): boolean {
    const step = hand.step();
    if (!step || !hand.isTransforming()) return false;
    hand.keep({ ...step, paths: transformPaths(step.paths, frame, { about: middleOf(step.paths, frame), ...by }) });
    return true;
  }

  return {
    nudge(press) {
      const { east, north } = nudgeOf(press);
      const address = hand.chosen();
      const position = address && hand.step()?.paths[address.path]?.positions[address.vertex];
      if (!address || !position) return transform({ eastMeters: east, northMeters: north });
      const [x, y] = placeOf(frame, position);
      hand.change({ type: 'move', address, to: frame.unproject(x + east, y + north) });
      return true;
    },
    turn: (isLeft) => transform({ degrees: isLeft ? TURN_DEGREES : -TURN_DEGREES }),
    scale: (isSmaller) => transform({ factor: isSmaller ? 1 / SCALE_FACTOR : SCALE_FACTOR }),
    chooseNext(by) {
      const step = hand.step();
      if (!step) return false;
      hand.choose(neighbouringVertex(step.paths, hand.chosen(), by));
      return true;
    },
    insert() {
      const address = hand.chosen();
      const path = address && hand.step()?.paths[address.path];
      const middle = path && middlesOf(path)[address.vertex];
      if (!address || !middle) return false;
      hand.change({ type: 'insert', address, at: middle });
      hand.choose({ ...address, vertex: address.vertex + 1 });
      return true;
    },
    removeChosen() {
      const address = hand.chosen();
      if (!address || !hand.step()) return false;
      hand.change({ type: 'remove', address });
      return true;
    },
  };
}
