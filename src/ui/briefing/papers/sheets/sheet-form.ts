/** What the form of the section holds, and the request that it makes. */
import {
  PAPER_SIZES,
  type PaperSize,
  PICTURE_SIZES,
  type PictureSizeName,
  paperPage,
  picturePage,
  RESOLUTIONS,
  type Resolution,
  type Turn,
} from '../../../../briefing/sheets/sheet-pages.ts';
import type { Scene } from '../../../../model/scene.ts';
import type { SheetRequest } from './sheet-request.ts';

export const SHEET_KINDS = ['paper', 'picture', 'animation'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export interface SheetForm {
  readonly kind: SheetKind;
  /** A scene's id; empty for the map as it is shown. */
  readonly scene: string;
  readonly title: string;
  readonly subtitle: string;
  readonly office: string;
  readonly approvalNumber: string;
  readonly paper: PaperSize;
  readonly turn: Turn;
  readonly resolution: Resolution;
  readonly denominator: number | 'round';
  readonly picture: PictureSizeName;
  readonly withLegend: boolean;
}

export const INITIAL_FORM: SheetForm = {
  kind: 'paper',
  scene: '',
  title: '',
  subtitle: '',
  office: '',
  approvalNumber: '',
  paper: PAPER_SIZES[1],
  turn: 'landscape',
  resolution: RESOLUTIONS[0],
  denominator: 'round',
  picture: PICTURE_SIZES[0],
  withLegend: true,
};

const SCREEN_DOTS_PER_INCH = 96;

/** `proof`: as many pixels as a screen needs. A scene lends its title where none was written. */
export function requestOf(
  form: SheetForm,
  scenes: readonly Scene[],
  defaultTitle: string,
  proof = false,
): SheetRequest {
  const scene = scenes.find(({ id }) => id === form.scene);
  const { title, subtitle, office, approvalNumber, withLegend, denominator } = form;
  const page =
    form.kind === 'paper'
      ? paperPage(form.paper, form.turn, proof ? SCREEN_DOTS_PER_INCH : form.resolution)
      : picturePage(proof && form.picture === '3840x2160' ? '1920x1080' : form.picture);
  return {
    page,
    view: scene ? { type: 'scene', scene } : { type: 'shown' },
    title: title.trim() || scene?.title || defaultTitle,
    subtitle: subtitle.trim(),
    office: office.trim(),
    approvalNumber: approvalNumber.trim(),
    withLegend: withLegend && form.kind !== 'animation',
    denominator,
  };
}
