/** What a sheet is asked to be: its page, its words, what its map shows. Plain data. */
import type { SheetPage } from '../../../../briefing/sheets/sheet-pages.ts';
import type { Bounds } from '../../../../map/map-types.ts';
import type { Scene } from '../../../../model/scene.ts';
import type { Scope } from '../../../../model/scope.ts';

/** What the map shows now, what a scene shows, or one street alone. */
export type SheetView =
  | { readonly type: 'shown' }
  | { readonly type: 'scene'; readonly scene: Scene }
  | { readonly type: 'ground'; readonly bounds: Bounds; readonly scope: Scope | undefined };

export interface SheetRequest {
  readonly page: SheetPage;
  readonly view: SheetView;
  readonly title: string;
  readonly subtitle: string;
  /** 制图单位 */
  readonly office: string;
  /** 审图号 */
  readonly approvalNumber: string;
  readonly withLegend: boolean;
  /** N of 1 : N on paper; `round` takes the next round one in which all is seen. A picture has none. */
  readonly denominator: number | 'round';
}
