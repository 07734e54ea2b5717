/** Made-up names of the district 云河区. No real person, place or number: people are roles with a running number. */
import type { Random } from '../../src/core/random.ts';
import type { Point } from './plane.ts';

export const DISTRICT = { name: '云河区', code: '990107', owner: '云河区人民政府' } as const;

interface StreetName {
  readonly name: string;
  /** Where it lies, metres from the centre. */
  readonly at: Point;
  readonly hasGrids: boolean;
}

/** In the order of their codes. */
export const STREETS: readonly StreetName[] = [
  { name: '云河街道', at: [-1900, 1900], hasGrids: true },
  { name: '青棠街道', at: [3400, 1700], hasGrids: true },
  { name: '明川街道', at: [400, -4900], hasGrids: true },
  { name: '新圃街道', at: [9400, 3600], hasGrids: true },
  { name: '望原街道', at: [-9300, 4900], hasGrids: true },
  { name: '长麓街道', at: [300, 9600], hasGrids: true },
  { name: '稻香街道', at: [8900, -6800], hasGrids: true },
  { name: '柳浦街道', at: [-8700, -6300], hasGrids: false },
];

const COMMUNITY_NAMES = [
  '听澜',
  '文昌',
  '槐荫',
  '东塘',
  '西塘',
  '云台',
  '锦屏',
  '惠民',
  '兴和',
  '安澜',
  '书院',
  '棉纺',
  '铁新',
  '永康',
  '怡园',
  '金桂',
  '南园',
  '北辰',
  '临江',
  '映月',
  '春晖',
  '丰泽',
  '和悦',
  '银杏',
  '松涛',
  '翠微',
  '凤栖',
  '学府',
  '科苑',
  '创新',
  '瑞景',
  '晨光',
  '滨湖',
  '镜湖',
  '荷塘',
  '石榴',
  '清源',
  '福田',
  '万和',
  '乐居',
  '祥云',
  '江畔',
  '枫林',
  '紫荆',
  '百合',
  '金穗',
  '阳光',
  '望湖',
] as const;

const VILLAGE_NAMES = [
  '大槐树',
  '张庄',
  '李家寨',
  '柳林',
  '王屯',
  '小河口',
  '赵家洼',
  '东岗',
  '西岗',
  '孙家营',
  '石佛铺',
  '马头坡',
  '黄楝树',
  '三官庙',
  '枣园',
  '梨花沟',
  '胡寨',
  '前店',
  '后店',
  '周湾',
  '老君堂',
  '沙窝',
  '白马渡',
  '芦花荡',
  '南陈',
  '北陈',
  '韩楼',
  '杏花营',
  '上河',
  '下河',
  '桃源',
  '郭堂',
  '宋桥',
  '刘胡垌',
  '大营',
  '小营',
  '双桥',
  '八里岔',
  '古垛',
  '官渡口',
  '曹寺',
  '丁楼',
  '牛王庙',
  '谷堆',
] as const;

const ROAD_STEMS = [
  '云台',
  '青棠',
  '明川',
  '望原',
  '长麓',
  '稻香',
  '新圃',
  '柳浦',
  '文昌',
  '惠济桥',
  '朝阳',
  '和平',
  '建业',
  '光华',
  '科苑',
  '学府',
  '书香',
  '金水源',
  '银河',
  '兴业',
  '腾飞',
  '永安',
  '安康',
  '福寿',
  '德化',
  '仁和',
  '崇文',
  '尚武',
  '丰庆',
  '丰乐',
  '瑞达',
  '西山',
  '东风渠',
  '商都桥',
  '冬青',
  '春藤',
  '红枫',
  '雪松',
  '玉兰',
  '海棠',
  '石楠',
  '香樟',
  '紫藤',
  '翠竹',
  '梧桐',
  '银屏',
  '白杨',
  '国槐',
  '木兰',
  '桂花',
  '芦苇',
  '蒲公英',
  '龙潭',
  '凤鸣',
  '麒麟',
  '白鹭',
  '大雁',
  '百灵',
  '云雀',
  '飞鸿',
  '锦绣',
  '织云',
  '缫丝',
  '纺园',
  '机电',
  '化工',
  '电厂',
  '车站',
  '铁英',
  '货场',
  '清风',
  '明月',
  '流霞',
  '晨曦',
  '暮云',
  '彩虹',
  '朗月',
  '望湖',
  '观澜',
  '听松',
  '问渠',
  '知行',
  '思源',
  '博学',
  '笃行',
  '明德',
  '至善',
  '求是',
] as const;

export const communityName = (index: number): string => `${COMMUNITY_NAMES[index % COMMUNITY_NAMES.length]}社区`;

export const villageName = (index: number): string => `${VILLAGE_NAMES[index % VILLAGE_NAMES.length]}村`;

export const villageCount = VILLAGE_NAMES.length;

/** Names streets by rank and direction: 路 runs west to east, 街 north to south. Each stem and suffix is used once. */
export function createRoadNamer(random: Random): (kind: string, isWestEast: boolean) => string {
  const stems = { west: shuffled(ROAD_STEMS, random), north: shuffled(ROAD_STEMS, random) };
  const taken = new Set<string>();
  let ruralNumber = 101;
  return (kind, isWestEast) => {
    if (kind === 'county') return `${isWestEast ? 'X' : 'Y'}${ruralNumber++} 县道`;
    const list = isWestEast ? stems.west : stems.north;
    const small = kind === 'lane' || kind === 'rural';
    const suffixes = small
      ? ['巷', '胡同', '里', '一巷', '二巷', '三巷', '四巷', '五巷', '南巷', '北巷', '东巷', '西巷']
      : isWestEast
        ? ['路', '东路', '西路', '一路', '二路', '三路', '南路', '北路']
        : ['街', '南街', '北街', '一街', '二街', '三街', '东街', '西街'];
    for (const suffix of suffixes) {
      for (const stem of list) {
        const name = `${stem}${suffix}`;
        if (taken.has(name)) continue;
        taken.add(name);
        return name;
      }
    }
    return `规划${taken.size}号路`;
  };
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

const LEADERS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'] as const;

export const leaderName = (index: number): string => `区领导${LEADERS[index % LEADERS.length]}`;

/** Obviously no number that rings: 0000-000-0001. */
export const phoneNumber = (index: number): string =>
  `0000-${String(Math.floor(index / 10_000) % 1000).padStart(3, '0')}-${String(index % 10_000).padStart(4, '0')}`;

export const three = (index: number): string => String(index).padStart(3, '0');

const BUILDERS = [
  '云筑',
  '河安',
  '中澜',
  '建丰',
  '城泰',
  '恒基石',
  '鼎路',
  '宏川',
  '嘉垣',
  '瑞厦',
  '方圆达',
  '安厦',
] as const;

const PROJECTS = [
  '云上府',
  '河畔春晓',
  '金澜公馆',
  '青棠里',
  '明川雅苑',
  '学府壹号',
  '创新产业园',
  '科创中心',
  '云河中学扩建',
  '第三人民医院新院区',
  '地下综合管廊',
  '轨道交通配套',
  '棚户区改造安置房',
  '物流港',
  '会展中心',
  '人才公寓',
] as const;

const SWEEPERS = ['云河环卫一公司', '云河环卫二公司', '净城环境公司', '蓝野保洁公司'] as const;

export const builderName = (random: Random): string => `${random.pick(BUILDERS)}建设公司`;

export const projectName = (random: Random): string => random.pick(PROJECTS);

export const sweeperName = (index: number): string => SWEEPERS[index % SWEEPERS.length]!;
