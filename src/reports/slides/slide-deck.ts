/**
 * A briefing as slides, as plain data: every word is there already, every picture is bytes. It crosses to a worker as
 * it is. Who makes it knows the map and the findings; who writes it knows neither.
 */

export const SLIDE_RATIOS = ['16:9', '4:3'] as const;
export type SlideRatio = (typeof SLIDE_RATIOS)[number];

export interface SlideDeck {
  readonly ratio: SlideRatio;
  /** On the first slide, and the name of the document. */
  readonly title: string;
  /** Lines under it: the month, the state of the data, the rules, what a screening is. */
  readonly cover: readonly string[];
  /** At the foot of every slide: where the numbers come from. */
  readonly source: string;
  /** Of the data, ISO; also the date that the file carries, so that two runs give the same bytes. */
  readonly asOf: string;
  readonly language: 'zh-CN' | 'en';
  readonly words: DeckWords;
  readonly slides: readonly DeckSlide[];
}

export interface DeckWords {
  /** Who made the file. */
  readonly program: string;
  /** The section of slides without a group. */
  readonly section: string;
  readonly legend: string;
  /** `{count}` stands for how many classes have no room. */
  readonly legendMore: string;
}

export interface DeckSlide {
  readonly title: string;
  readonly caption?: string;
  /** For the presenter alone: PowerPoint's speaker notes. */
  readonly notes?: string;
  /** Slides of one group stand in one section. */
  readonly group?: string;
  readonly map?: DeckMap;
  /** Said where the map would be, if it is left out. */
  readonly withoutMap?: string;
  /** Big numbers, the first on top. */
  readonly numbers: readonly DeckNumber[];
  readonly board?: DeckBoard;
}

export interface DeckMap {
  /** In the shape of the slide's box (`mapBox`), else it is fitted into it. */
  readonly png: Uint8Array<ArrayBuffer>;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** What it shows, for who cannot see it. */
  readonly altText: string;
  readonly legend: readonly DeckLegendEntry[];
  /** Absent where one length is not the same everywhere: the map is tilted. */
  readonly scale?: {
    readonly text: string;
    /** Of the picture's width. */
    readonly fraction: number;
  };
  /** Turn of the arrow, clockwise from up, and the sign of north. */
  readonly north: { readonly degrees: number; readonly text: string };
  /** The date of the data, whose base map, and its approval number 审图号. */
  readonly credit: string;
}

export interface DeckLegendEntry {
  readonly text: string;
  readonly swatch: Uint8Array<ArrayBuffer>;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

export interface DeckNumber {
  readonly label: string;
  /** With its unit. */
  readonly value: string;
  readonly detail?: string;
}

/** On slides of its own behind the map: a table, and a chart of it. */
export interface DeckBoard {
  readonly title: string;
  /** Where the table goes on. */
  readonly continuedTitle: string;
  readonly columns: readonly DeckColumn[];
  readonly rows: readonly (readonly string[])[];
  /** In place of the table, where there are pictures to be shown. */
  readonly cards?: readonly DeckCard[];
  readonly chart?: DeckChart;
  /** Said instead of table and chart. */
  readonly nothing?: string;
  /** Counting rules and the like: under the table where they are short, else on a slide of their own. */
  readonly notes: readonly string[];
  readonly notesTitle: string;
  /** `{count}` stands for how many rows have no room. */
  readonly moreRows: string;
}

/** One finding of a board: its picture, and words beside it. */
export interface DeckCard {
  readonly rank: string;
  readonly title: string;
  /** Where, whose, how large, what became of it; each on a line of its own. */
  readonly lines: readonly string[];
  readonly sentence: string;
  readonly picture?: DeckPicture;
}

/** A JPEG of a place, upright and without metadata. */
export interface DeckPicture {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** What it shows, for who cannot see it. */
  readonly altText: string;
  /** Photo, map or sketch: written into its corner. */
  readonly mark: string;
}

export interface DeckColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** Of the table's width, against the other columns. */
  readonly weight: number;
}

/** Bars, one series in one unit. */
export interface DeckChart {
  readonly title: string;
  readonly altText: string;
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** Of the axis, with its unit. */
  readonly axis: string;
}
