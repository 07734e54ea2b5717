/** The ledger of bare soil, with the rows delivered in the wrong datum and the patches that lie open again. */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import type { Block } from './blocks.ts';
import type { District } from './district.ts';
import { createFeatureRows, type Place, type Row } from './feature-rows.ts';
import { area, daysAgo, statedArea } from './ledger.ts';
import { builderName, phoneNumber } from './names.ts';
import { type Point, roundPoint } from './plane.ts';
import { soilPatches } from './soil-patches.ts';

const STATUS_WORDS = { uncovered: '未覆盖', netted: '防尘网覆盖', greened: '绿化', hardened: '硬化' } as const;

export interface SoilPlants {
  /** Rows delivered in GCJ-02. */
  readonly shifted: ReadonlySet<number>;
  /** Treated once, bare again. */
  readonly reopened: ReadonlySet<number>;
  /** Bare for longer than the law's three months, and never treated. */
  readonly forgotten: ReadonlySet<number>;
}

/** Of all patches: bare, and of those most so lately that their clock still runs. */
const BARE_SHARE = 0.42;
const FRESH_SHARE = 0.26;

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
    plants.reopened.has(index) || plants.forgotten.has(index) || chance < BARE_SHARE
      ? 'uncovered'
      : chance < 0.8
        ? 'netted'
        : chance < 0.92
          ? 'greened'
          : 'hardened';
  const longDays = random.between(1, 150) ** 0.9 + 0.5;
  const openedDays = plants.forgotten.has(index)
    ? 104 + (index % 70)
    : status === 'uncovered' && chance < FRESH_SHARE
      ? longDays / 46
      : longDays;
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
