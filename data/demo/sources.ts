/**
 * The dust sources: construction sites, industrial parks, stockpiles in lots of their own, and bare
 * soil in what is left, at village edges and along roads. Outlines are irregular but simple.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import { roughOutline } from './blocks.ts';
import type { District } from './district.ts';
import { createFeatureRows } from './feature-rows.ts';
import { daysAgo, statedArea } from './ledger.ts';
import { builderName, phoneNumber, projectName, three } from './names.ts';
import { centroidOf, clipLeft, direction, insetRing, middle, type Point, roundPoint, signedArea } from './plane.ts';
import { fitted } from './soil-patches.ts';

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
