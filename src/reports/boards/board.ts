/** What stands on the wall, on a slide or in a file beside the map: bars, a table or cards, in words and with its counting rules. Plain data. */
import type { Subject } from '../../core/subject.ts';
import { formatCount } from '../../i18n/format.ts';
import type { RuleId } from '../../model/findings.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { TableCell, TableColumn } from '../table.ts';

export interface Board {
  readonly title: string;
  readonly content: BoardBars | BoardTable | BoardCards;
  /** How it was counted, so that it survives a challenge. */
  readonly notes: readonly string[];
  /** What the rule demands, with its thresholds and where they come from. */
  readonly sources: readonly string[];
  /** Said instead of the content where there is none. */
  readonly nothing?: string;
}

export interface BoardBars {
  readonly type: 'bars';
  /** What the length of a bar says, without its unit. */
  readonly header: string;
  readonly bars: readonly BoardBar[];
}
export interface BoardBar {
  readonly name: string;
  /** m², m or a count. */
  readonly value: number;
  /** The value with its unit. */
  readonly text: string;
  readonly detail?: string;
}

export interface BoardTable {
  readonly type: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly BoardRow[];
}
export interface BoardRow {
  /** As long as the columns. */
  readonly cells: readonly BoardCell[];
  /** `total`: all rows together. `late`: past its deadline, said in words too. */
  readonly mark?: 'total' | 'late';
}
export interface BoardCell {
  readonly text: string;
  readonly value: TableCell;
}

export interface BoardCards {
  readonly type: 'cards';
  readonly cards: readonly BoardCard[];
}
export interface BoardCard {
  readonly rank: number;
  readonly finding: string;
  readonly rule: RuleId;
  readonly at: LonLat;
  readonly subjects: readonly Subject[];
  readonly title: string;
  readonly street?: string;
  readonly owners: readonly string[];
  /** Area, length or distance; with its unit. */
  readonly size?: string;
  /** Since when, in days. */
  readonly days?: string;
  /** Which measure is missing, where the rule is about measures. */
  readonly reason?: string;
  /** What became of it, where it was handed out. */
  readonly state?: string;
  readonly sentence: string;
  /** File names of its case, under `attachments/`. */
  readonly photos: readonly string[];
}

/** A cell that is a whole number. */
export const countCell = (count: number): BoardCell => ({ text: formatCount(count), value: count });
export const textCell = (text: string | undefined): BoardCell => ({ text: text ?? '—', value: text ?? null });
