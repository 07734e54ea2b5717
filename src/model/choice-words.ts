/**
 * How ledgers write the values of choice and list fields, and which pinned value is meant. A word
 * that is not here is kept as it is and noted. Matching ignores case and blanks around.
 */
const YES = ['是', '有', '已落实', '落实', '达标', '合格', '符合', '到位', '已安装', '√', '✓', '对', 'true', 'y', '1'];
const NO = [
  '否',
  '无',
  '没有',
  '未落实',
  '不达标',
  '不合格',
  '不符合',
  '不到位',
  '未安装',
  '×',
  '✗',
  'x',
  '错',
  'false',
  'n',
  '0',
];
const NOT_APPLICABLE = ['不涉及', '不适用', '无需', '不需要', 'n/a', 'na', 'not applicable', '/'];
const NOT_VERIFIED = ['未核', '未核实', '待核实', '待核', '未检查', '未查', '不详', '未知', 'unknown', 'not verified'];

const WORDS: Readonly<Record<string, readonly string[]>> = {
  yes: YES,
  no: NO,
  notApplicable: NOT_APPLICABLE,
  notVerified: NOT_VERIFIED,
  uncovered: ['未覆盖', '未苫盖', '裸露', '裸土', '未治理', '未整改', '未绿化', '未硬化', '未采取措施'],
  netted: [
    '已覆盖',
    '覆盖',
    '已苫盖',
    '苫盖',
    '网覆盖',
    '防尘网',
    '绿网',
    '绿网覆盖',
    '密目网',
    '密目网覆盖',
    '防尘网覆盖',
    'covered',
  ],
  greened: ['绿化', '已绿化', '复绿', '已复绿', '播撒草籽', '植绿', '草坪'],
  hardened: ['硬化', '已硬化', '铺装', '已铺装'],
  district: ['区', '县', '区县', '区级', '县级', '一级', '一级网格'],
  street: ['街道', '镇', '乡', '乡镇', '镇街', '街镇', '街道级', '乡镇级', '二级', '二级网格'],
  community: ['社区', '村', '村居', '村社区', '社区级', '村级', '三级', '三级网格'],
  grid: ['网格', '网格级', '单元网格', '基础网格', '四级', '四级网格'],
  satellite: ['卫星', '卫星遥感', '遥感', '热点网格'],
  drone: ['无人机', '航拍', '无人机巡查', 'uav'],
  monitor: ['监测', '监测站', '微站', '微型站', '在线监测', '站点', '走航', '走航监测'],
  public: ['公众', '群众', '投诉', '举报', '信访', '12345', '市民热线', '群众举报', '投诉举报'],
  sweep: ['清扫', '机扫', '机械化清扫', '吸扫', '干扫', '湿扫', '人工清扫', '扫'],
  wash: ['冲洗', '清洗', '高压冲洗', '水洗', '机洗', '冲刷'],
  spray: ['洒水', '喷雾', '雾炮', '喷洒', '抑尘', '洒水抑尘', '雾炮抑尘'],
  station: ['站点', '监测站', '监测站点', '国控站', '国控站点', '省控站', '省控站点', '市控站点', '空气站', '国控点'],
  school: ['学校', '中小学', '小学', '中学', '幼儿园', '大学', '高校'],
  hospital: ['医院', '卫生院', '诊所', '社区卫生服务中心', '疗养院'],
  other: ['其他', '其它', '别的'],
};

/** Words that stand for several values of a list at once. */
const COMPOUND_WORDS: Readonly<Record<string, readonly string[]>> = {
  洗扫: ['sweep', 'wash'],
  扫洗: ['sweep', 'wash'],
  清洗扫: ['sweep', 'wash'],
  冲洗洒水: ['wash', 'spray'],
};

const key = (text: string): string => text.trim().toLowerCase();

/** The pinned value among `values` that the text means, or undefined. O(words). */
export function findChoice(text: string, values: readonly string[]): string | undefined {
  const wanted = key(text);
  return (
    values.find((value) => key(value) === wanted) ??
    values.find((value) => WORDS[value]?.some((word) => word === wanted))
  );
}

/** A list as text joined by `,`, each item pinned where it is known; `unknown` names the others, which stay as they are. */
export function parseList(text: string, values: readonly string[]): { text: string; unknown: string[] } {
  const found: string[] = [];
  const unknown: string[] = [];
  for (const item of text.split(/[,，、;；|/+＋\s]+/u)) {
    if (item === '') continue;
    const compound = COMPOUND_WORDS[item]?.filter((value) => values.includes(value));
    const choice = findChoice(item, values);
    if (choice) found.push(choice);
    else if (compound && compound.length > 0) found.push(...compound);
    else {
      found.push(item);
      unknown.push(item);
    }
  }
  return { text: [...new Set(found)].join(','), unknown };
}
