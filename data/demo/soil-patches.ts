/** Outlines of bare soil: in what lots are left, at village edges, along streets. Knows no ledger. */
import { createRandom, type Random } from '../../src/core/random.ts';
import { type Block, randomPointIn, roughOutline } from './blocks.ts';
import type { District } from './district.ts';
import { add, centroidOf, direction, distance, insetRing, isInside, middle, type Point, signedArea } from './plane.ts';
import { pickIndex } from './source-lots.ts';

/** Shrinks an outline about its middle until it lies in the ring. */
export function fitted(outline: readonly Point[], ring: readonly Point[]): Point[] {
  const center = centroidOf(outline);
  let shape = [...outline];
  for (let step = 0; step < 9 && !shape.every((point) => isInside(point, ring)); step++) {
    shape = shape.map((point) => middle(center, point, 0.82));
  }
  return shape;
}

/** Medians shrink with the size, or a million patches would not fit in the district. */
const MEDIAN_SQUARE_METERS = { S: 1500, M: 1300, L: 550, XL: 120 } as const;

interface SoilPatch {
  readonly index: number;
  readonly block: Block;
  readonly rings: Point[][];
}

/** The outlines of all patches, in order; the same for every reader. */
export function* soilPatches(district: District, count: number): Generator<SoilPatch> {
  const random = createRandom(district.seed ^ 0x71374491);
  const hosts = district.blocks.filter((block) => (district.lots.free.get(block.index)?.length ?? 0) > 0);
  const sums: number[] = [];
  for (const block of hosts) sums.push((sums[sums.length - 1] ?? 0) + soilWeight(block));
  const villages = district.villages;
  const used = new Set<string>();
  const scarce = count > 20_000;
  const unclaimed = unclaimedPatches(district);
  for (let index = 0; index < count; ) {
    const planted = index % 61 === 30 ? unclaimed.pop() : undefined;
    if (planted) {
      yield { index, ...planted };
      index++;
      continue;
    }
    const size = Math.max(40, Math.min(90_000, MEDIAN_SQUARE_METERS[district.size] * Math.exp(1.15 * random.normal())));
    const vertices = Math.max(6, Math.min(60, Math.round(6 + 54 * random.next() ** 1.25)));
    const atVillage = random.next() < 0.22 && villages.length > 0 ? random.pick(villages) : undefined;
    const block = atVillage ? district.blocks[atVillage.block]! : hosts[pickIndex(sums, random)]!;
    const lots = district.lots.free.get(block.index) ?? [];
    if (lots.length === 0) continue;
    let rings: Point[][] | undefined;
    if (atVillage) {
      const angle = random.between(0, 2 * Math.PI);
      const off = atVillage.radiusMeters * random.between(0.95, 1.5);
      const at = add(atVillage.at, [Math.cos(angle), Math.sin(angle)], off);
      const lot = lots.find((candidate) => isInside(at, candidate));
      if (lot) rings = patchIn(lot, at, Math.min(size, 4500), vertices, random);
    } else {
      const which = random.integer(0, lots.length - 1);
      const key = `${block.index}/${which}`;
      const lot = lots[which]!;
      const wholeLot = !scarce && random.next() < 0.3 && !used.has(key) && signedArea(lot) < 26_000;
      if (wholeLot) rings = lotPatch(lot, random);
      else if (random.next() < 0.25) rings = stripPatch(lot, size, random);
      else {
        const at = scarce || used.has(key) ? randomPointIn(lot, random) : centroidOf(lot);
        if (at) rings = patchIn(lot, at, size, vertices, random);
      }
      if (!scarce && used.has(key)) rings = undefined;
      if (rings) used.add(key);
    }
    if (!rings) continue;
    yield { index, block, rings };
    index++;
  }
}

/** Patches on ground that the zones leave to nobody: most in the forgotten corner, some over a border drawn back. */
function unclaimedPatches(district: District): { block: Block; rings: Point[][] }[] {
  const random = createRandom(district.seed ^ 0x0fc19dc6);
  const patches: { block: Block; rings: Point[][] }[] = [];
  const { leafOfFace, forgottenLeaf } = district.plan;
  const corner = district.mesh.faces[leafOfFace.indexOf(forgottenLeaf)]?.plot;
  const lots = corner === undefined ? [] : (district.lots.free.get(corner) ?? []);
  for (const lot of lots.slice(0, 9)) {
    const size = random.between(900, 9000);
    const rings = patchIn(lot, centroidOf(lot), size, random.integer(14, 40), random);
    if (rings) patches.push({ block: district.blocks[corner!]!, rings });
  }
  for (const fault of district.faults) {
    const { kind, at } = fault;
    const block =
      kind === 'border-drawn-back' && at ? district.blocks.find(({ ring }) => isInside(at, ring)) : undefined;
    if (block && at) patches.push({ block, rings: [roughOutline(at, random.between(500, 1400), 22, random)] });
  }
  return patches.reverse();
}

function soilWeight(block: Block): number {
  const fringe = Math.exp(-(((block.urbanity - 0.55) / 0.28) ** 2));
  const use = { vacant: 9, industry: 2.2, fields: 0.8, school: 0.3, hospital: 0.3 }[block.use as string] ?? 1;
  return (0.25 + 1.6 * fringe) * use * Math.min(1.6, Math.sqrt(block.areaSquareMeters / 60_000));
}

function patchIn(
  lot: readonly Point[],
  at: Point,
  size: number,
  vertices: number,
  random: Random,
): Point[][] | undefined {
  const outline = fitted(roughOutline(at, Math.min(size, signedArea(lot) * 0.6), vertices, random), lot);
  if (!outline.every((point) => isInside(point, lot)) || signedArea(outline) < 25) return undefined;
  if (vertices < 12 || signedArea(outline) < 900 || random.next() > 0.035) return [outline];
  const hole = outline.map((point) => middle(at, point, 0.3)).reverse();
  return [outline, hole];
}

/** A whole lot laid bare: straight along the streets, frayed by a metre or two. */
function lotPatch(lot: readonly Point[], random: Random): Point[][] | undefined {
  const inner = insetRing(lot, random.between(2, 9));
  if (!inner) return undefined;
  const outline: Point[] = [];
  for (let i = 0; i < inner.length; i++) {
    const [a, b] = [inner[i]!, inner[(i + 1) % inner.length]!];
    const along = direction(a, b);
    const length = distance(a, b);
    const steps = Math.max(1, Math.round(length / random.between(14, 34)));
    outline.push(a);
    for (let k = 1; k < steps; k++) {
      const fray = Math.min(length / 12, Math.abs(random.normal()) * 1.6);
      outline.push(add(middle(a, b, k / steps), [-along[1], along[0]], fray));
    }
  }
  return [outline];
}

/** A strip along the street, as pipe trenches and torn-up green belts are. */
function stripPatch(lot: readonly Point[], size: number, random: Random): Point[][] | undefined {
  const side = random.integer(0, lot.length - 1);
  const [a, b] = [lot[side]!, lot[(side + 1) % lot.length]!];
  const length = distance(a, b);
  const width = random.between(6, 19);
  const wanted = Math.min(length * 0.8, size / width);
  if (wanted < 30) return undefined;
  const along = direction(a, b);
  const inward: Point = [-along[1], along[0]];
  const start = random.between(0.05 * length, Math.max(0.05 * length, length - wanted - 0.05 * length));
  const steps = Math.max(3, Math.min(24, Math.round(wanted / 14)));
  const near: Point[] = [];
  const far: Point[] = [];
  for (let i = 0; i <= steps; i++) {
    const at = add(a, along, start + (wanted * i) / steps);
    near.push(add(at, inward, random.between(0.5, 2)));
    far.push(add(at, inward, width + random.normal() * 1.1));
  }
  const outline = [...near, ...far.reverse()];
  return outline.every((point) => isInside(point, lot)) ? [outline] : undefined;
}
