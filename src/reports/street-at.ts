/**
 * In which street places lie, for many places: the same answers as `createZonePath` gives for the level of streets, a
 * hundred times as fast. Edges of each outline are sorted into bands of latitude, so that a place looks at few.
 */
import type { LonLat } from '../model/lon-lat.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { listStreetOutlines } from './zone-path.ts';

interface BandedOutline {
  readonly name: string;
  /** West, south, east, north. */
  readonly box: readonly number[];
  readonly bandHeight: number;
  /** Edges of each band from the south on: longitude and latitude of both ends. */
  readonly bands: readonly (readonly number[])[];
}

const EDGES_PER_BAND = 8;
const MOST_BANDS = 2048;

/** Undefined where no street holds the place; a place on an edge is inside. O(edges) once, then O(streets + edges of a band). */
export function createStreetAt(document: WorkspaceDocument): (at: LonLat) => string | undefined {
  const outlines = listStreetOutlines(document).map(({ name, box, geometry }) => bandOutline(name, box, geometry));
  return ([x, y]) => outlines.find((outline) => holds(outline, x, y))?.name;
}

function bandOutline(
  name: string,
  box: readonly number[],
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon,
): BandedOutline {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const edgeCount = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const count = Math.max(1, Math.min(MOST_BANDS, Math.ceil(edgeCount / EDGES_PER_BAND)));
  const south = box[1]!;
  const bandHeight = (box[3]! - south) / count || 1;
  const bands = Array.from({ length: count }, (): number[] => []);
  const bandOf = (y: number) => Math.max(0, Math.min(count - 1, Math.floor((y - south) / bandHeight)));
  for (const ring of rings) {
    for (let corner = 1; corner < ring.length; corner++) {
      const [ax = 0, ay = 0] = ring[corner - 1]!;
      const [bx = 0, by = 0] = ring[corner]!;
      const last = bandOf(Math.max(ay, by));
      for (let band = bandOf(Math.min(ay, by)); band <= last; band++) bands[band]!.push(ax, ay, bx, by);
    }
  }
  return { name, box, bandHeight, bands };
}

/** By parity over all rings, so that holes are outside. */
function holds({ box, bandHeight, bands }: BandedOutline, x: number, y: number): boolean {
  if (x < box[0]! || y < box[1]! || x > box[2]! || y > box[3]!) return false;
  const edges = bands[Math.min(bands.length - 1, Math.floor((y - box[1]!) / bandHeight))]!;
  let inside = false;
  for (let edge = 0; edge < edges.length; edge += 4) {
    const [ax, ay, bx, by] = [edges[edge]!, edges[edge + 1]!, edges[edge + 2]!, edges[edge + 3]!];
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (turn === 0 && isBetween(x, ax, bx) && isBetween(y, ay, by)) return true;
    if (ay > y !== by > y && turn > 0 === by > ay) inside = !inside;
  }
  return inside;
}

const isBetween = (value: number, a: number, b: number) =>
  a < b ? value >= a && value <= b : value >= b && value <= a;
