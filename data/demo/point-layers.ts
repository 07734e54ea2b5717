/** Stations, schools, hospitals; three months of hotspots near the sources; hourly readings of the stations. */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import type { District } from './district.ts';
import { createFeatureRows } from './feature-rows.ts';
import { shuffled, three } from './names.ts';
import { add, centroidOf, distance, isInside, type Point, roundPoint } from './plane.ts';
import { soilPatches } from './soil-patches.ts';
import { districtOutline } from './zone-layers.ts';

const STATIONS: readonly { readonly id: string; readonly name: string; readonly at: Point }[] = [
  { id: 'S1', name: '云河监测站（市控）', at: [-700, 1350] },
  { id: 'S2', name: '新圃监测站（省控）', at: [7750, 4100] },
  { id: 'S3', name: '明川监测站（市控）', at: [600, -5100] },
];

export function buildReceptors(district: District): FeatureBatch {
  const rows = createFeatureRows(district.frame);
  for (const station of STATIONS) {
    rows.point(roundPoint(station.at), { 编号: station.id, 名称: station.name, 类型: '监测站', 地址: '云河区' });
  }
  const random = createRandom(district.seed ^ 0xd807aa98);
  const picked = (use: string, count: number) =>
    shuffled(
      district.blocks.filter((block) => block.use === use),
      random,
    ).slice(0, count);
  for (const [index, block] of picked('school', 46).entries()) {
    const place = district.describe(block, block.center);
    const grade = random.pick(['小学', '小学', '中学', '实验学校', '幼儿园']);
    rows.point(roundPoint(block.center), {
      编号: `XX-${three(index + 1)}`,
      名称: `${place.community.replace(/社区|村/, '')}${grade}`,
      类型: '学校',
      地址: place.address,
    });
  }
  for (const [index, block] of picked('hospital', 12).entries()) {
    const place = district.describe(block, block.center);
    rows.point(roundPoint(block.center), {
      编号: `YY-${three(index + 1)}`,
      名称: index < 3 ? `云河区第${'一二三'[index]}人民医院` : `${place.community.replace(/社区|村/, '')}卫生服务中心`,
      类型: '医院',
      地址: place.address,
    });
  }
  return rows.finish();
}

const HOUR_MS = 3_600_000;

/** 2026-11-23T08:00 in local time, counted as if it were UTC: no machine's time zone plays a part. */
const LAST_HOUR = Date.UTC(2026, 10, 23, 8);

const HOURS = 91 * 24;

const localTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}+08:00`;

interface HotspotKind {
  readonly kind: string;
  readonly source: string;
  readonly share: number;
}

const HOTSPOT_KINDS: readonly HotspotKind[] = [
  { kind: 'dust', source: '卫星', share: 0.24 },
  { kind: 'straw', source: '卫星', share: 0.08 },
  { kind: 'fire', source: '卫星', share: 0.05 },
  { kind: 'dust', source: '无人机', share: 0.2 },
  { kind: 'dust', source: '监测', share: 0.14 },
  { kind: 'dust', source: '公众', share: 0.15 },
  { kind: 'barbecue', source: '公众', share: 0.05 },
  { kind: 'odour', source: '公众', share: 0.06 },
  { kind: 'other', source: '公众', share: 0.03 },
];

export function buildHotspots(district: District): FeatureBatch {
  const random = createRandom(district.seed ^ 0x12835b01);
  const rows = createFeatureRows(district.frame);
  const anchors = hotspotAnchors(district);
  const outline = districtOutline(district)[0]![0]!;
  const forgotten = district.faults.find((fault) => fault.kind === 'forgotten-corner')?.at;
  for (let index = 0; index < district.counts.hotspots; index++) {
    const what = pickKind(random);
    const isRural = what.kind === 'straw';
    const beyond = index % 83 === 40;
    const at =
      beyond && forgotten ? beyondBorder(forgotten, random) : hotspotPlace(district, anchors, outline, isRural, random);
    const hoursBack = what.kind === 'straw' ? random.between(30 * 24, 60 * 24) : HOURS * random.next() ** 1.3;
    const time = Math.floor((LAST_HOUR - hoursBack * HOUR_MS) / 60_000) * 60_000;
    rows.point(roundPoint(at), {
      热点编号: `RD-${localTime(time).slice(0, 10).replaceAll('-', '')}-${String(index + 1).padStart(4, '0')}`,
      来源: what.source,
      类型: what.kind,
      发现时间: localTime(time),
      ...readingOf(what, random),
    });
  }
  return rows.finish();
}

function pickKind(random: Random): HotspotKind {
  let chance = random.next();
  for (const what of HOTSPOT_KINDS) {
    chance -= what.share;
    if (chance < 0) return what;
  }
  return HOTSPOT_KINDS[0]!;
}

function readingOf({ kind, source }: HotspotKind, random: Random): Record<string, string | number | undefined> {
  if (source === '卫星') {
    const scan = Math.round(random.between(375, 780));
    const value = kind === 'dust' ? Math.round(random.between(180, 640)) : Math.round(random.between(1, 38) * 10) / 10;
    return {
      数值: value,
      单位: kind === 'dust' ? 'µg/m³' : 'MW',
      置信度: random.pick(['nominal', 'nominal', 'high', 'low']),
      扫描宽度: scan,
      轨道长度: Math.round(scan * random.between(0.85, 1.05)),
    };
  }
  if (source === '无人机')
    return { 数值: Math.round(random.between(120, 8000)), 单位: 'm²', 置信度: random.between(0.55, 0.99).toFixed(2) };
  if (source === '监测') return { 数值: Math.round(150 + 160 * random.next() ** 2), 单位: 'µg/m³', 置信度: 'high' };
  return { 置信度: 'low' };
}

/** Where dust comes from: all sites and stockpiles, and the first two thousand patches of bare soil. */
function hotspotAnchors(district: District): Point[] {
  const anchors = [...district.lots.sites, ...district.lots.piles, ...district.lots.parks].map(({ ring }) =>
    centroidOf(ring),
  );
  for (const { rings } of soilPatches(district, Math.min(district.counts.soil, 2000)))
    anchors.push(centroidOf(rings[0]!));
  return anchors;
}

function hotspotPlace(
  district: District,
  anchors: readonly Point[],
  outline: readonly Point[],
  isRural: boolean,
  random: Random,
): Point {
  const spread = isRural ? 500 : random.next() < 0.75 ? 130 : 900;
  for (let attempt = 0; ; attempt++) {
    const from = isRural && district.villages.length > 0 ? random.pick(district.villages).at : random.pick(anchors);
    const at = add(from, [random.normal(), random.normal()], spread);
    if (attempt > 30 || isInside(at, outline)) return attempt > 30 ? from : at;
  }
}

/** A few lie at the forgotten corner, some of them over the district's border. */
const beyondBorder = (corner: Point, random: Random): Point => add(corner, [random.normal(), random.normal()], 350);

/** One CSV per station: hourly PM10 in µg/m³, wind from (degrees) and force (Beaufort). */
export function buildSeries(
  seed: number,
): { readonly station: string; readonly path: string; readonly text: string }[] {
  const random = createRandom(seed ^ 0x243185be);
  const winds = windHours(random);
  return STATIONS.map(({ id, at }) => {
    const lines = ['时间,PM10,风向,风力'];
    const offset = distance(at, [0, 0]) > 5000 ? 12 : 0;
    let drift = 0;
    for (let hour = 0; hour < HOURS; hour++) {
      const time = LAST_HOUR - (HOURS - 1 - hour) * HOUR_MS;
      const clock = new Date(time).getUTCHours();
      const { from, force } = winds[hour]!;
      drift = drift * 0.93 + random.normal() * 9;
      const daily = 16 * Math.cos(((clock - 8) / 12) * Math.PI) + 10 * Math.cos(((clock - 20) / 6) * Math.PI);
      const season = 58 + (42 * hour) / HOURS;
      const dust = force >= 5 ? 35 * (force - 4) : -6 * (force - 2);
      const isMissing = random.next() < 0.006;
      const value = Math.max(9, Math.round(season + offset + daily + drift + dust));
      lines.push(`${localTime(time).slice(0, 16).replace('T', ' ')},${isMissing ? '' : value},${from},${force}`);
    }
    return { station: id, path: `series/${id.toLowerCase()}.csv`, text: `\uFEFF${lines.join('\r\n')}\r\n` };
  });
}

function windHours(random: Random): { from: number; force: number }[] {
  let [from, force] = [45, 2.4];
  return Array.from({ length: HOURS }, () => {
    from = (from + random.normal() * 16 + (random.next() < 0.015 ? random.pick([90, 180, -90]) : 0) + 360) % 360;
    force = Math.max(0.3, Math.min(6.6, force * 0.9 + 0.24 + random.normal() * 0.42));
    return { from: Math.round(from) % 360, force: Math.round(force) };
  });
}
