/**
 * A sketch whose stretches follow borders: between two placed vertices that lie on one border, the
 * border's own vertices, the short way round or the long one.
 */
import type { Frame } from '../geo/laea.ts';
import type { SnapSource } from './draw-types.ts';
import { samePosition } from './shape-paths.ts';
import { traceBorder } from './trace-border.ts';
import { createTracedPath } from './traced-path.ts';

type Position = GeoJSON.Position;

export interface BorderFollower {
  /** Traces what was placed last and the stretch to the pointer, which is the path's end; takes the latter back where it is off. */
  follow(path: readonly Position[], placed: number, isOn: boolean): void;
  /** Traces from the last vertex back to the first. */
  close(path: readonly Position[]): void;
  /** The other way round for the stretch placed last; false where none was traced. */
  otherWay(path: readonly Position[], placed: number): boolean;
  /** The path with all that lies between its vertices. */
  expand(path: readonly Position[], closed: boolean): Position[];
  clear(): void;
}

/** `sources`: what may be followed, asked for anew each time. */
export function createBorderFollower(sources: () => Iterable<SnapSource>, frame: Frame): BorderFollower {
  const traced = createTracedPath();
  const trace = (from: Position, to: Position, longWay = false) => traceBorder(sources(), frame, from, to, longWay);
  return {
    follow(path, placed, isOn) {
      for (const index of [placed - 1, placed]) {
        const [from, to] = [path[index - 1], path[index]];
        if (!from || !to || samePosition(from, to)) continue;
        if (index === placed) traced.set(from, to, isOn ? trace(from, to) : undefined);
        else if (isOn && !traced.has(from, to)) traced.set(from, to, trace(from, to));
      }
    },
    close(path) {
      const [first, last] = [path[0], path.at(-1)];
      if (first && last) traced.set(last, first, trace(last, first));
    },
    otherWay(path, placed) {
      const [from, to] = [path[placed - 2], path[placed - 1]];
      if (!from || !to || !traced.has(from, to)) return false;
      const between = traced.expand([from, to], false).slice(1, -1);
      const [long, short] = [trace(from, to, true), trace(from, to)];
      traced.set(from, to, between.length === long?.length ? short : long);
      return true;
    },
    expand: traced.expand,
    clear: traced.clear,
  };
}
