/**
 * A briefing that is handed on: everything that its file needs to play, in the words of one language. Nobody
 * computes anything there: numbers stand as they were on the day.
 */
import type { SceneCamera } from '../../model/scene.ts';

/** One line of a card: what it is, and what is said. */
export type HandoverLine = readonly [label: string, text: string];

/** Ground that somebody answers for. */
export interface HandoverZone {
  readonly title: string;
  readonly lines: readonly HandoverLine[];
  /** Rings of all parts, WGS84 degrees, longitude and latitude after each other; inside by parity. */
  readonly rings: readonly (readonly number[])[];
}

/** Something that can be pointed at: a finding. */
export interface HandoverPlace {
  /** Which scenes show it: those with its rule. */
  readonly rule: string;
  readonly at: readonly [longitude: number, latitude: number];
  readonly title: string;
  readonly lines: readonly HandoverLine[];
}

export interface HandoverNumber {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
}

/** A table beside the map; rows as they are shown. */
export interface HandoverTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** 0 to 1 for each row: how long a bar lies under its last cell. */
  readonly bars?: readonly number[];
  /** In place of the table: findings with their pictures. */
  readonly cards?: readonly HandoverCard[];
  /** Counting rules and what was left out. */
  readonly notes: readonly string[];
}

export interface HandoverCard {
  readonly rank: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly picture?: HandoverPicture;
}

export interface HandoverPicture {
  /** A data address, or a path beside the page. */
  readonly address: string;
  readonly altText: string;
  /** Photo, map or sketch. */
  readonly mark: string;
}

export interface HandoverScene {
  readonly title: string;
  readonly caption?: string;
  readonly group?: string;
  readonly notes?: string;
  readonly rules: readonly string[];
  /** A data address, or a path beside the page. */
  readonly picture: string;
  /** Of the picture, CSS pixels; the camera is the one that it was taken with. */
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly camera: SceneCamera;
  readonly numbers: readonly HandoverNumber[];
  readonly table?: HandoverTable;
}

/** What the player says by itself. */
export interface HandoverWords {
  readonly stage: string;
  readonly position: string;
  readonly notes: string;
  readonly close: string;
  readonly blank: string;
  readonly help: string;
  readonly nobody: string;
  /** Of a board on several pages: `{number}` and `{total}`. */
  readonly page: string;
  readonly earlier: string;
  readonly later: string;
}

export interface Handover {
  readonly language: string;
  readonly title: string;
  /** Of when the numbers are, whose map it is, whether names of people are in it. */
  readonly foot: string;
  readonly words: HandoverWords;
  readonly scenes: readonly HandoverScene[];
  /** The finest first. */
  readonly zones: readonly HandoverZone[];
  readonly places: readonly HandoverPlace[];
}

/** Where the data stand in the page. */
export const HANDOVER_ELEMENT = 'handover';
