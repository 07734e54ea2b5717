/** What a parcel's line and its file's head say of it, as columns by the names that the format gives its cells. */
import type { AreaUnit } from './parcel-area.ts';
import type { LandHead } from './parse-land-text.ts';

/** In the order of the line. Further cells are agreed on from place to place and have only their number. */
const CELLS = ['界址点数', '地块面积', '地块编号', '地块名称', '图形属性', '图幅号', '地块用途', '地类编码'];
export const AREA_CELL = 1;
/** Said by the layer's coordinate system, or told in a note. */
const OF_SYSTEM = new Set(
  '坐标系 几度分带 分带 投影类型 计量单位 带号 中央子午线 中央经线 转换参数 转换坐标'.split(' '),
);
const NUMBER = /^\d{1,15}(?:\.\d+)?$/u;

/** Empty cells have no column of their own; `areaUnit` is undefined where areas carry their units themselves. */
export function propertiesOfParcel(
  head: LandHead,
  cells: readonly string[],
  areaUnit: AreaUnit | undefined,
): Record<string, string | number> {
  const entries: [string, string | number][] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue;
    const isNumber = at <= AREA_CELL && NUMBER.test(cell);
    entries.push([nameOfCell(at, areaUnit), isNumber ? Number(cell) : cell]);
  }
  const taken = new Set(entries.map(([name]) => name));
  for (const [key, value] of head) {
    if (value === '' || OF_SYSTEM.has(key)) continue;
    entries.push([taken.has(key) ? `${key}（文件）` : key, value]);
  }
  return Object.fromEntries(entries);
}

function nameOfCell(at: number, areaUnit: AreaUnit | undefined): string {
  const name = CELLS[at] ?? `属性${at + 1}`;
  return at === AREA_CELL && areaUnit !== undefined ? `${name}(${areaUnit})` : name;
}
