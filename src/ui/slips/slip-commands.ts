/** What the parts about slips and cases can ask for. Made in app/. */
import type { Problem, Result } from '../../core/result.ts';
import type { MadeSlips, SlipsRequest } from '../../reports/slips/make-slips.ts';
import type { ReturnsInput } from '../../reports/slips/plan-returns.ts';
import type { Slip } from '../../reports/slips/slip.ts';

/** Whether the places are shown, and how. */
export const SLIP_MAPS = ['drawn', 'page', 'none'] as const;
export type SlipMaps = (typeof SLIP_MAPS)[number];

export type AskedSlips = Omit<SlipsRequest, 'language' | 'maps' | 'drawsMaps' | 'template'> & {
  readonly maps: SlipMaps;
};

/** Photos of a case from after it was put right, or from before. */
export const PHOTO_SIDES = ['photosBefore', 'photos'] as const;
export type PhotoSide = (typeof PHOTO_SIDES)[number];

export interface ReadReturnsAnswer extends ReturnsInput {
  readonly problems: readonly Problem[];
}

export interface SlipCommands {
  /** Writes the slips from the workspace's template or our own, and hands them over as a file; with progress, and a way out. */
  make(asked: AskedSlips): Promise<Result<Omit<MadeSlips, 'bytes'>>>;
  /** Takes an office's template into the workspace. Fails where it cannot be used, naming the placeholder. */
  takeTemplate(of: Slip['of'], file: File): Promise<Result<readonly string[]>>;
  /** Photos for a case, smaller and without their EXIF; answers what is odd about their place and time. One edit. */
  addPhotos(finding: string, side: PhotoSide, files: readonly File[]): Promise<readonly Problem[]>;
  /** What is in files that came back: tables, slips, photos. What cannot be read is among the problems. */
  readReturns(files: readonly File[], call?: { readonly signal?: AbortSignal }): Promise<ReadReturnsAnswer>;
  /** The template that slips are written from now, to be changed in Word. */
  downloadTemplate(of: Slip['of']): void;
}
