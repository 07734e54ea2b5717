/** workspace.json of the demo: which layer lies in which file, and how its Chinese columns are called here. */
import { snapshotPath } from '../../src/model/months.ts';
import type { LayerManifest, WorkspaceManifest } from '../../src/model/workspace.ts';
import { FRAME_CENTER } from './district.ts';

const AS_OF = '2026-11-23T08:00:00+08:00';

const WHO = { person: '责任人', phone: '联系电话', leader: '包联领导', address: '地址', code: '行政区划代码' } as const;

const SIX = {
  fence: '周边围挡',
  materialCover: '物料覆盖',
  wetWork: '湿法作业',
  hardening: '路面硬化',
  vehicleWash: '车辆冲洗',
  closedTransport: '密闭运输',
} as const;

const ZONE = {
  id: '网格编号',
  name: '名称',
  owner: '责任单位',
  areaSquareMeters: '台账面积',
  level: '层级',
  duty: '职责',
  parent: '上级网格',
  ...WHO,
} as const;

/** Bottom of the map first. */
const LAYERS: readonly Omit<LayerManifest, 'file'>[] = [
  { id: 'boundary', kind: 'boundary', title: '行政边界', fields: { id: '编号', name: '名称', code: '行政区划代码' } },
  { id: 'zones', kind: 'responsibilityZone', title: '责任网格', fields: ZONE },
  { id: 'patrols', kind: 'patrolZone', title: '巡查区', fields: ZONE },
  {
    id: 'roads',
    kind: 'road',
    title: '道路',
    fields: {
      id: '道路编号',
      name: '道路名称',
      grade: '保洁等级',
      owner: '管养单位',
      siltLoadingGramsPerSquareMeter: '积尘负荷',
    },
  },
  {
    id: 'routes',
    kind: 'sweepingRoute',
    title: '清扫路线',
    fields: {
      id: '路线编号',
      name: '路线名称',
      operator: '作业单位',
      owner: '作业单位',
      modes: '作业方式',
      passesPerDay: '每日次数',
      grade: '保洁等级',
      person: '责任人',
      phone: '联系电话',
    },
  },
  {
    id: 'haul',
    kind: 'haulRoute',
    title: '渣土车路线',
    fields: {
      id: '路线编号',
      name: '路线名称',
      operator: '运输单位',
      owner: '运输单位',
      passesPerDay: '每日次数',
      person: '责任人',
      phone: '联系电话',
    },
  },
  {
    id: 'parks',
    kind: 'industrialPark',
    title: '工业园区',
    fields: {
      id: '园区编号',
      name: '园区名称',
      owner: '管理单位',
      areaSquareMeters: '占地面积',
      centralHeat: '集中供热',
      wasteGasTreatment: '废气集中处理',
      ...WHO,
    },
  },
  {
    id: 'sites',
    kind: 'constructionSite',
    title: '工地',
    fields: {
      id: '工地编号',
      name: '工地名称',
      owner: '施工单位',
      areaSquareMeters: '占地面积_亩',
      stage: '施工阶段',
      activeFrom: '开工日期',
      activeTo: '计划竣工',
      ...SIX,
      ...WHO,
    },
    units: { areaSquareMeters: 'mu' },
  },
  {
    id: 'piles',
    kind: 'stockpile',
    title: '堆场',
    fields: {
      id: '堆场编号',
      name: '堆场名称',
      owner: '责任单位',
      areaSquareMeters: '堆放面积',
      note: '苫盖情况',
      ...WHO,
    },
  },
  {
    id: 'soil',
    kind: 'bareSoil',
    title: '裸土图斑',
    fields: {
      id: '图斑编号',
      name: '图斑名称',
      owner: '责任单位',
      areaSquareMeters: '台账面积',
      status: '状态',
      openedAt: '发现日期',
      treatedAt: '治理日期',
      reopenedAt: '复裸日期',
      note: '备注',
      ...WHO,
    },
  },
  {
    id: 'hotspots',
    kind: 'hotspot',
    title: '热点',
    fields: {
      id: '热点编号',
      name: '热点编号',
      source: '来源',
      kind: '类型',
      time: '发现时间',
      value: '数值',
      unit: '单位',
      confidence: '置信度',
      scanMeters: '扫描宽度',
      trackMeters: '轨道长度',
    },
  },
  {
    id: 'receptors',
    kind: 'receptor',
    title: '敏感点',
    fields: { id: '编号', name: '名称', kind: '类型', address: '地址' },
  },
];

export type DemoLayerId = (typeof LAYER_IDS)[number];

export const LAYER_IDS = [
  'boundary',
  'zones',
  'patrols',
  'roads',
  'routes',
  'haul',
  'parks',
  'sites',
  'piles',
  'soil',
  'hotspots',
  'receptors',
] as const;

export function buildManifest(
  series: readonly { readonly station: string; readonly path: string }[],
  /** Months whose findings lie in the folder, for whoever cannot list it. */
  months: readonly string[] = [],
): WorkspaceManifest {
  return {
    format: 'chentu-workspace',
    version: 1,
    name: '云河区示范（虚构）2026年11月',
    asOf: AS_OF,
    layers: LAYERS.map((layer) => ({ ...layer, file: `layers/${layer.id}.fgb`, crs: 'EPSG:4326', datum: 'wgs84' })),
    series: series.map(({ station, path }) => ({
      id: station.toLowerCase(),
      station: { layer: 'receptors', feature: station },
      file: path,
      fields: { time: '时间', pm10: 'PM10', windFrom: '风向', windForce: '风力' },
    })),
    frame: FRAME_CENTER,
    exceptions: [],
    cases: [],
    scenes: [],
    ...(months.length > 0 ? { snapshots: months.map((month) => ({ month, file: snapshotPath(month) })) } : {}),
  };
}
