/** Fewer vertices in a whole shape; those that neighbours share stay, so that common borders stay common. Pure. */
import type { Frame } from '../geo/laea.ts';
import { simplifyPath } from '../geo/simplify-path.ts';
import { isClosed, pathsOfShape, type Shape, shapeOfPaths } from './shape-paths.ts';

export function simplifyShape(shape: Shape, frame: Frame, toleranceMeters: number, shared: ReadonlySet<string>): Shape {
  const paths = pathsOfShape(shape).map((path) => {
    if (path.role === 'point') return path;
    const closed = isClosed(path);
    const whole = closed ? [...path.positions, path.positions[0]!] : path.positions;
    const kept = simplifyPath(whole, frame, toleranceMeters, ([x, y]) => shared.has(`${x},${y}`));
    return { ...path, positions: closed ? kept.slice(0, -1) : kept };
  });
  return shapeOfPaths(paths, shape) ?? shape;
}
