/**
 * Nodes that are not elements of the file: positions written into ways and relations, as Overpass does
 * for `out geom`. Where such a position has no id, equal positions get the same made-up one, so that ways
 * that touch still share a node.
 */
import { GrowingArray } from '../../geo/growing-array.ts';
import type { NodeTable } from './node-table.ts';
import type { InlinePositions } from './osm-source.ts';

/** Above all ids of the database, and exact in a double. */
const FIRST_MADE_UP_ID = 2 ** 52;

export class InlineNodes {
  private readonly ids = new GrowingArray(new Float64Array(64));
  private readonly positions = new GrowingArray(new Float64Array(128));
  private readonly madeUp = new Map<string, number>();

  /** The ids of a way's nodes, made up where `refs` has none (NaN). A node with neither id nor position stays without: it is missing. */
  take(refs: readonly number[] | undefined, positions: InlinePositions): number[] {
    return Array.from({ length: positions.length / 2 }, (_, at) => {
      const [longitude, latitude] = [positions[2 * at]!, positions[2 * at + 1]!];
      const given = refs?.[at] ?? Number.NaN;
      if (!Number.isFinite(longitude + latitude)) return given;
      const id = Number.isNaN(given) ? this.idAt(longitude, latitude) : given;
      this.ids.push(id);
      this.positions.push(longitude);
      this.positions.push(latitude);
      return id;
    });
  }

  private idAt(longitude: number, latitude: number): number {
    const key = `${longitude} ${latitude}`;
    const known = this.madeUp.get(key);
    if (known !== undefined) return known;
    const id = FIRST_MADE_UP_ID + this.madeUp.size;
    this.madeUp.set(key, id);
    return id;
  }

  offerTo(table: NodeTable): void {
    for (let at = 0; at < this.ids.length; at++) {
      table.offer(this.ids.at(at), this.positions.at(2 * at), this.positions.at(2 * at + 1));
    }
  }
}
