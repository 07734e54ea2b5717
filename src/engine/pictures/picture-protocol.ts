/** Messages between the page and the worker that draws tiles of pictures. Each question has one answer. */
import type { Result } from '../../core/result.ts';
import type { Corners, PicturePlacing, PixelTransform } from '../../model/base-map.ts';

/** What a picture is. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  /** What the file itself says of its place. */
  readonly transform?: PixelTransform;
  readonly crs?: string;
}

/** Where it lies, and at which zooms there is something to draw. */
export interface PlacedFacts {
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
  readonly corners: Corners;
  readonly minZoom: number;
  readonly maxZoom: number;
}

export interface PictureQuestions {
  open: { input: { picture: string; file: Blob; isTiff: boolean }; output: Result<PictureFacts> };
  place: { input: { picture: string; placing: PicturePlacing }; output: Result<PlacedFacts> };
  /** Undefined where the tile is clear. */
  tile: { input: { picture: string; z: number; x: number; y: number }; output: Result<ImageBitmap | undefined> };
  close: { input: { picture: string }; output: Result<void> };
}
export type PictureQuestion = keyof PictureQuestions;

export type ToPictureWorker =
  | { [Q in PictureQuestion]: { id: number; ask: Q; input: PictureQuestions[Q]['input'] } }[PictureQuestion]
  /** The answer is no longer waited for. */
  | { id: number; ask: 'forget' };

export interface FromPictureWorker {
  readonly id: number;
  readonly output: Result<unknown>;
}
