/**
 * A sketch with the stretches that follow borders: which pairs of placed vertices have border vertices
 * between them. Vertices that are taken back take their stretches along. Pure.
 */
type Position = GeoJSON.Position;

export interface TracedPath {
  /** Remembers what lies between two places; undefined for a straight line. */
  set(from: Position, to: Position, between: readonly Position[] | undefined): void;
  has(from: Position, to: Position): boolean;
  /** The path with everything that lies between. */
  expand(path: readonly Position[], closed: boolean): Position[];
  clear(): void;
}

export function createTracedPath(): TracedPath {
  const stretches = new Map<string, readonly Position[]>();
  const keyOf = (from: Position, to: Position) => `${from.join()} ${to.join()}`;
  return {
    set(from, to, between) {
      if (between) stretches.set(keyOf(from, to), between);
      else stretches.delete(keyOf(from, to));
    },
    has: (from, to) => stretches.has(keyOf(from, to)),
    expand(path, closed) {
      return path.flatMap((position, index) => {
        const next = path[index + 1] ?? (closed ? path[0] : undefined);
        return [position, ...((next && stretches.get(keyOf(position, next))) ?? [])];
      });
    },
    clear: () => stretches.clear(),
  };
}
