/**
 * A slip 交办单 or notice 整改通知 as plain data: what its paper says, before any layout. Texts are in the
 * language that was asked for; places and days are as the paper shows them.
 */
import type { Subject } from '../../core/subject.ts';
import type { RuleId } from '../../model/findings.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { CitedRule } from '../cite-rule.ts';
import type { MeasureText } from '../list-measures.ts';

/** `assignment` 交办单 hands a task to a unit; `rectification` 整改通知 tells it to put something right. */
export type SlipKind = 'assignment' | 'rectification';

/** Who answers, by name and telephone: personal data, there only where it was asked for. */
export interface SlipPeople {
  /** Of the features concerned. */
  readonly person?: string;
  readonly phone?: string;
  /** Of the finest zone around that names somebody: another unit's person, as a rule. */
  readonly zonePerson?: string;
  readonly zonePhone?: string;
  /** 包联领导 */
  readonly leader?: string;
}

/** A PNG or JPEG with what it shows in words. */
export interface SlipPicture {
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** The map of a street's slip: numbers on it are those of the rows. */
export interface StreetPicture extends SlipPicture {
  /** Findings of the list that have a dot instead of their number, for want of room. */
  readonly unnumbered: number;
}

/** One finding as a slip tells it. */
export interface SlipItem {
  readonly findingId: string;
  readonly rule: RuleId;
  readonly ruleName: string;
  /** What, how much, by which rule, whose. */
  readonly sentence: string;
  readonly suggestion?: string;
  readonly basis: CitedRule;
  /** The features concerned, by layer and name. */
  readonly subjects: string;
  /** Owners, or operators of routes; none where the ledger names none. */
  readonly units: readonly string[];
  readonly people: SlipPeople;
  readonly address?: string;
  /** Undefined where no street holds the place. */
  readonly street?: string;
  /** Responsibility zones that hold the place, from coarse to fine, by name. */
  readonly zones: readonly string[];
  readonly measures: readonly MeasureText[];
  /** WGS84 degrees. */
  readonly at: LonLat;
  /** The same place in GCJ-02 火星坐标, which maps on Chinese phones expect. */
  readonly gcj02: LonLat;
  readonly map?: SlipPicture;
  /** Photos from before it is put right and after, as far as the workspace has them. */
  readonly photosBefore: readonly SlipPicture[];
  readonly photosAfter: readonly SlipPicture[];
}

export interface Slip {
  readonly kind: SlipKind;
  /** `2026-11-001`: the month, then the serial number within it. */
  readonly number: string;
  readonly year: string;
  readonly month: string;
  /** At least three digits. */
  readonly serial: string;
  /** ISO days in China. */
  readonly issued: string;
  readonly deadline: string;
  /** `finding`: one item. `street`: all open findings of a street. */
  readonly of: 'finding' | 'street';
  readonly street?: string;
  /** Of a street's slip: the zone that it is of, and its findings on a map, where that was drawn. */
  readonly zone?: Subject;
  readonly map?: StreetPicture;
  readonly units: readonly string[];
  readonly people: SlipPeople;
  readonly items: readonly SlipItem[];
}
