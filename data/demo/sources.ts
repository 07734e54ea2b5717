/**
 * The dust sources: construction sites, industrial parks, stockpiles in lots of their own, and bare
 * soil in what is left, at village edges and along roads. Outlines are irregular but simple.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import { type Block, lotsOf, randomPointIn, roughOutline } from './blocks.ts';
import type { District } from './district.ts';
import { createFeatureRows, type Place, type Row } from './feature-rows.ts';
import { builderName, phoneNumber, projectName, three } from './names.ts';
import {
  add,
  centroidOf,
  clipLeft,
  direction,
  distance,
  insetRing,
  isInside,
  middle,
  type Point,
  roundPoint,
  signedArea,
} from './plane.ts';

export interface SourceCounts {
  readonly soil: number;
  readonly sites: number;
  readonly parks: number;
  readonly piles: number;
}

/** A lot that a source occupies as a whole. */
export interface TakenLot {
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

function pickIndex(sums: readonly number[], random: Random): number {
  const wanted = random.next() * (sums[sums.length - 1] ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const half = (low + high) >> 1;
    if (sums[half]! > wanted) high = half;
    else low = half + 1;
  }
  return low;
}

const DAY_MS = 86_400_000;
const AS_OF_DAY = Date.UTC(2026, 10, 23);
/** A day so many days before the workspace's clock, as ledgers write it. */
export const daysAgo = (days: number): string =>
  new Date(AS_OF_DAY - Math.round(days) * DAY_MS).toISOString().slice(0, 10);

/** What the ledger says: mostly right, sometimes rounded, copied wrongly or left out. */
function statedArea(measured: number, random: Random): number | undefined {
  const chance = random.next();
  if (chance < 0.06) return undefined;
  if (chance < 0.16) return Math.round((measured * random.between(0.6, 1.5)) / 10) * 10;
  return chance < 0.6 ? Math.round(measured) : Math.round(measured / 10) * 10;
}

const area = (rings: readonly (readonly Point[])[]): number => rings.reduce((sum, ring) => sum + signedArea(ring), 0);

// ---------------------------------------------------------------- construction sites

const STAGES = ['拆除', '土方开挖', '基础施工', '主体施工', '装饰装修', '停工'] as const;

export function buildSites(district: District): FeatureBatch {
  const random = createRandom(district.seed ^ 0x1f83d9ab);
  const rows = createFeatureRows(district.frame);
  for (const [index, { block, ring }] of district.lots.sites.entries()) {
    const place = district.describe(block, centroidOf(ring));
    const shape = siteShape(ring, random);
    const stage = random.pick(STAGES);
    const state = (good: number) => (random.next() < good ? '是' : random.next() < 0.75 ? '否' : '未核');
    rows.polygon([[shape]], {
      工地编号: `YH-GD-${String(index + 1).padStart(4, '0')}`,
      工地名称: `${projectName(random)}${random.pick(['一期', '二期', '三期', 'A 地块', 'B 地块', '3 号地块', ''])}`,
      行政区划代码: place.code,
      建设单位: `云河${random.pick(['城投', '置业', '产投', '轨道', '教育局基建办'])}`,
      施工单位: builderName(random),
      责任人: `项目经理 ${three(index + 1)}`,
      联系电话: phoneNumber(20_000 + index),
      包联领导: place.leader,
      地址: place.address,
      占地面积_亩: mu(statedArea(signedArea(shape), random)),
      施工阶段: stage,
      开工日期: daysAgo(random.between(40, 620)),
      计划竣工: daysAgo(-random.between(20, 500)),
      周边围挡: state(0.93),
      物料覆盖: state(0.82),
      湿法作业: stage === '装饰装修' || stage === '停工' ? '不涉及' : state(0.84),
      路面硬化: state(0.88),
      车辆冲洗: state(0.86),
      密闭运输: stage === '停工' ? '不涉及' : state(0.92),
    });
  }
  return rows.finish();
}

const mu = (squareMeters: number | undefined): number | undefined =>
  squareMeters === undefined ? undefined : Math.round((squareMeters / 2000) * 3 * 100) / 100;

/** Most of a lot, its corners a little out of true, sometimes cut off on one side. */
function siteShape(ring: readonly Point[], random: Random): Point[] {
  const inner = insetRing(ring, random.between(3, 8)) ?? [...ring];
  let shape = inner;
  if (random.next() < 0.3) {
    const at = middle(inner[0]!, inner[Math.floor(inner.length / 2)]!, random.between(0.35, 0.5));
    const clipped = clipLeft(inner, at, direction(inner[0]!, inner[1]!));
    if (clipped.length >= 4 && signedArea(clipped) > 1500) shape = clipped;
  }
  return shape.map(roundPoint);
}

// ---------------------------------------------------------------- industrial parks and stockpiles

const TRADES = [
  '建材',
  '铸造',
  '家具制造',
  '机械加工',
  '商砼搅拌',
  '食品加工',
  '耐材',
  '包装印刷',
  '化工新材料',
  '仓储物流',
] as const;

export function buildParks(district: District): FeatureBatch {
  const random = createRandom(district.seed ^ 0x5be0cd19);
  const rows = createFeatureRows(district.frame);
  for (const [index, { block, ring }] of district.lots.parks.entries()) {
    const place = district.describe(block, centroidOf(ring));
    const shape = (insetRing(ring, 2) ?? [...ring]).map(roundPoint);
    const state = (good: number) => (random.next() < good ? '是' : random.next() < 0.7 ? '否' : '未核');
    rows.polygon([[shape]], {
      园区编号: `YH-YQ-${three(index + 1)}`,
      园区名称: `${place.street.slice(0, 2)}${random.pick(TRADES)}园 ${index + 1} 区`,
      行政区划代码: place.code,
      管理单位: random.pick(['云河经开区管委会', `${place.street}办事处`, '云河产投公司']),
      责任人: `园区安环负责人 ${three(index + 1)}`,
      联系电话: phoneNumber(30_000 + index),
      包联领导: place.leader,
      地址: place.address,
      占地面积: statedArea(signedArea(shape), random),
      集中供热: state(0.7),
      废气集中处理: state(0.65),
    });
  }
  return rows.finish();
}

export function buildPiles(district: District): FeatureBatch {
  const random = createRandom(district.seed ^ 0x428a2f98);
  const rows = createFeatureRows(district.frame);
  for (const [index, { block, ring }] of district.lots.piles.entries()) {
    const center = centroidOf(ring);
    const place = district.describe(block, center);
    const size = Math.min(signedArea(ring) * 0.4, 700 * Math.exp(0.7 * random.normal()));
    const shape = fitted(roughOutline(center, Math.max(150, size), random.integer(9, 18), random), ring).map(
      roundPoint,
    );
    rows.polygon([[shape]], {
      堆场编号: `YH-DC-${String(index + 1).padStart(4, '0')}`,
      堆场名称: `${random.pick(['砂石', '渣土', '煤炭', '石灰', '建筑垃圾', '粉煤灰'])}堆场 ${index + 1}`,
      行政区划代码: place.code,
      责任单位: random.pick([builderName(random), `${place.street}办事处`, '云河产投公司']),
      责任人: `堆场管理员 ${three(index + 1)}`,
      联系电话: phoneNumber(40_000 + index),
      包联领导: place.leader,
      地址: place.address,
      堆放面积: statedArea(signedArea(shape), random),
      苫盖情况: random.pick(['全部苫盖', '部分苫盖', '未苫盖']),
    });
  }
  return rows.finish();
}

/** Shrinks an outline about its middle until it lies in the ring. */
function fitted(outline: readonly Point[], ring: readonly Point[]): Point[] {
  const center = centroidOf(outline);
  let shape = [...outline];
  for (let step = 0; step < 9 && !shape.every((point) => isInside(point, ring)); step++) {
    shape = shape.map((point) => middle(center, point, 0.82));
  }
  return shape;
}

// ---------------------------------------------------------------- bare soil

const STATUS_WORDS = { uncovered: '未覆盖', netted: '防尘网覆盖', greened: '绿化', hardened: '硬化' } as const;
/** Medians shrink with the size, or a million patches would not fit in the district. */
const MEDIAN_SQUARE_METERS = { S: 1500, M: 1300, L: 550, XL: 120 } as const;

export interface SoilPlants {
  /** Rows delivered in GCJ-02. */
  readonly shifted: ReadonlySet<number>;
  /** Treated once, bare again. */
  readonly reopened: ReadonlySet<number>;
}

export interface SoilPatch {
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
  for (let index = 0; index < count; ) {
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

export function buildSoil(district: District, plants: SoilPlants): FeatureBatch {
  const random = createRandom(district.seed ^ 0xb5c0fbcf);
  const rows = createFeatureRows(district.frame);
  for (const { index, block, rings } of soilPatches(district, district.counts.soil)) {
    const rounded = rings.map((ring) => ring.map(roundPoint));
    const row = soilRow(district, block, index, rounded, plants, random);
    const place: Place | undefined = plants.shifted.has(index) ? district.inGcj02 : undefined;
    rows.polygon([rounded], row, place);
  }
  return rows.finish();
}

export const soilId = (index: number): string => `YH-LT-${String(index + 1).padStart(6, '0')}`;

function soilRow(
  district: District,
  block: Block,
  index: number,
  rings: Point[][],
  plants: SoilPlants,
  random: Random,
): Row {
  const place = district.describe(block, rings[0]![0]!);
  const chance = random.next();
  const status =
    plants.reopened.has(index) || chance < 0.42
      ? 'uncovered'
      : chance < 0.8
        ? 'netted'
        : chance < 0.92
          ? 'greened'
          : 'hardened';
  const openedDays = random.between(1, 150) ** 0.9 + 0.5;
  const treated = status !== 'uncovered' ? Math.max(0, openedDays - random.between(1, 9)) : undefined;
  const owner = random.next();
  return {
    图斑编号: soilId(index),
    图斑名称: `${place.community}${index + 1} 号裸土图斑`,
    行政区划代码: place.code,
    责任单位:
      owner < 0.45
        ? place.committee
        : owner < 0.6
          ? `${place.street}办事处`
          : owner < 0.75
            ? '云河城投公司'
            : owner < 0.9
              ? builderName(random)
              : '云河区园林中心',
    责任人: `图斑责任人 ${String(index + 1).padStart(3, '0')}`,
    联系电话: phoneNumber(100_000 + index),
    包联领导: place.leader,
    地址: place.address,
    台账面积: statedArea(area(rings), random),
    状态: STATUS_WORDS[status],
    发现日期: plants.reopened.has(index) ? daysAgo(72 + (index % 9)) : daysAgo(openedDays),
    治理日期: plants.reopened.has(index)
      ? daysAgo(60 + (index % 9))
      : treated === undefined
        ? undefined
        : daysAgo(treated),
    复裸日期: plants.reopened.has(index) ? daysAgo(6 + (index % 5)) : undefined,
    备注: plants.reopened.has(index) ? '防尘网破损，复裸' : undefined,
  };
}
