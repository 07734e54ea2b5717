/** Zones, patrol zones and the district's outline as layers. */
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import type { District } from './district.ts';
import { createFeatureRows } from './feature-rows.ts';
import { DISTRICT } from './names.ts';
import { arcsByLeaf, areaOfPolygons, outlineOfLeaves, type Polygons } from './zone-arcs.ts';
import type { PlannedZone } from './zone-records.ts';

const LEVEL_WORDS = { district: '区', street: '街道', community: '社区', grid: '网格' } as const;

export function buildZones(district: District, layer: PlannedZone['layer']): FeatureBatch {
  const rows = createFeatureRows(district.frame);
  const byLeaf = arcsByLeaf(district.arcs);
  for (const zone of district.plan.zones) {
    if (zone.layer !== layer) continue;
    const polygons: Polygons = zone.drawn ? [[[...zone.drawn]]] : outlineOfLeaves(zone.leaves, byLeaf, zone.overrides);
    rows.polygon(polygons, {
      网格编号: zone.id,
      名称: zone.name,
      行政区划代码: zone.code,
      层级: LEVEL_WORDS[zone.level],
      职责: zone.duty,
      上级网格: zone.parent,
      责任单位: zone.owner,
      责任人: zone.person,
      联系电话: zone.phone,
      包联领导: zone.leader,
      地址: zone.address,
      台账面积: Math.round(areaOfPolygons(polygons)),
    });
  }
  return rows.finish();
}

export function districtOutline(district: District): Polygons {
  const all = new Set(Array.from({ length: district.plan.forgottenLeaf + 1 }, (_, leaf) => leaf));
  return outlineOfLeaves(all, arcsByLeaf(district.arcs));
}

export function buildBoundary(district: District): FeatureBatch {
  const rows = createFeatureRows(district.frame);
  rows.polygon(districtOutline(district), { 编号: 'B-1', 名称: DISTRICT.name, 行政区划代码: `${DISTRICT.code}000000` });
  return rows.finish();
}
