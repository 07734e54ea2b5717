/** Shares the lots of the blocks out among construction sites, parks, stockpiles and what is left for bare soil. */
import { createRandom, type Random } from '../../src/core/random.ts';
import { type Block, lotsOf } from './blocks.ts';
import { centroidOf, type Point, signedArea } from './plane.ts';

export interface SourceCounts {
  readonly soil: number;
  readonly sites: number;
  readonly parks: number;
  readonly piles: number;
}

/** A lot that a source occupies as a whole. */
interface TakenLot {
  readonly block: Block;
  readonly ring: readonly Point[];
}

export interface SourceLots {
  readonly sites: readonly TakenLot[];
  readonly parks: readonly TakenLot[];
  readonly piles: readonly TakenLot[];
  /** Lots that are left, by block. */
  readonly free: ReadonlyMap<number, readonly (readonly Point[])[]>;
}

/** Shares the lots out, so that no two sources of different layers lie on each other. */
export function shareLots(
  blocks: readonly Block[],
  counts: SourceCounts,
  isDry: (at: Point) => boolean,
  seed: number,
): SourceLots {
  const random = createRandom(seed ^ 0x9b05688c);
  const lots = new Map<number, Point[][]>();
  for (const block of blocks) {
    if (block.use === 'greenBelt' || block.use === 'park' || block.use === 'wood') continue;
    const target = Math.min(38_000, Math.max(3200, block.areaSquareMeters / 7));
    const margin = block.urbanity > 0.3 ? 16 : 12;
    lots.set(
      block.index,
      lotsOf(block, target, margin).filter((lot) => isDry(centroidOf(lot)) && lot.every(isDry)),
    );
  }
  const take = (count: number, weightOf: (block: Block) => number, smallest: number, largest: number): TakenLot[] => {
    const taken: TakenLot[] = [];
    const weighted = blocks.filter((block) => lots.has(block.index) && weightOf(block) > 0);
    const sums: number[] = [];
    for (const block of weighted) sums.push((sums[sums.length - 1] ?? 0) + weightOf(block));
    for (let attempt = 0; taken.length < count && attempt < count * 60; attempt++) {
      const block = weighted[pickIndex(sums, random)]!;
      const list = lots.get(block.index)!;
      const at = list.findIndex((lot) => signedArea(lot) >= smallest && signedArea(lot) <= largest);
      if (at < 0) continue;
      taken.push({ block, ring: list.splice(at, 1)[0]! });
    }
    return taken;
  };
  const parks = take(counts.parks, (block) => (block.use === 'industry' ? block.areaSquareMeters : 0), 6000, 60_000);
  const sites = take(
    counts.sites,
    (block) => ({ vacant: 14, housing: 1.2, shops: 1.6, industry: 1, fields: 0.25 })[block.use as string] ?? 0.1,
    3000,
    60_000,
  );
  const piles = take(
    counts.piles,
    (block) => (block.use === 'industry' ? 8 : block.use === 'vacant' ? 3 : block.use === 'fields' ? 0.5 : 0),
    2000,
    60_000,
  );
  return { sites, parks, piles, free: lots };
}

export function pickIndex(sums: readonly number[], random: Random): number {
  const wanted = random.next() * (sums[sums.length - 1] ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const half = (low + high) >> 1;
    if (sums[half]! > wanted) high = half;
    else low = half + 1;
  }
  return low;
}
