/** A part of a column as a column of its own, to be given to another thread. */
import type { GeometryColumn } from './geometry-column.ts';

/** Features first to end − 1, as a column that owns its arrays. O(their positions). */
export function sliceGeometry(geometry: GeometryColumn, first: number, end: number): GeometryColumn {
  const parts = geometry.partStart.slice(first, end + 1);
  const rings = geometry.ringStart.slice(parts[0]!, parts.at(-1)! + 1);
  const positions = geometry.positionStart.slice(rings[0]!, rings.at(-1)! + 1);
  const coordinates = geometry.coordinates.slice(2 * positions[0]!, 2 * positions.at(-1)!);
  return {
    count: end - first,
    type: geometry.type.slice(first, end),
    partStart: fromZero(parts),
    ringStart: fromZero(rings),
    positionStart: fromZero(positions),
    coordinates,
  };
}

function fromZero(starts: Uint32Array): Uint32Array {
  const first = starts[0]!;
  for (let i = 0; i < starts.length; i++) starts[i]! -= first;
  return starts;
}
