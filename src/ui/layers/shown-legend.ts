/** The legend of everything that is on a part of the map: for the page, for slides, for paper. */
import { isIn, type LegendEntry, legendOfFindings, legendOfGroups, legendOfLayer } from '../../map/legend.ts';
import type { Bounds, MapTheme } from '../../map/map-types.ts';
import type { Layer } from '../../model/workspace.ts';
import { lookOf, type ViewState } from '../store/view-store.ts';
import type { WorkspaceState } from '../store/workspace-store.ts';
import { PANEL_ORDER } from './panel-order.ts';

type Shown = Pick<WorkspaceState, 'stylings' | 'drawables' | 'check'> &
  Pick<ViewState, 'looks' | 'hiddenRules'> & { readonly layers: readonly Layer[] | undefined };

/** Layers from what is looked for to what it lies on, then findings and their counts. O(features + findings). */
export function legendOfShown(
  { layers, stylings, drawables, check, looks, hiddenRules }: Shown,
  theme: MapTheme,
  { bounds, zoom }: { readonly bounds: Bounds; readonly zoom: number },
): LegendEntry[] {
  const shown = (layers ?? [])
    .filter(({ id }) => lookOf({ looks }, id).visible)
    .toSorted((a, b) => PANEL_ORDER.indexOf(a.kind) - PANEL_ORDER.indexOf(b.kind));
  const ofLayers = shown.flatMap(({ id, kind }) => {
    const [styling, drawable] = [stylings[id], drawables[id]];
    return styling && drawable ? legendOfLayer({ kind, styling }, theme, { drawable, bounds }) : [];
  });
  const found = (check?.findings ?? []).filter(
    ({ rule, status, at }) => status === 'open' && !hiddenRules.has(rule) && isIn(bounds, at),
  );
  return [...ofLayers, ...legendOfFindings(found, theme), ...legendOfGroups(found, zoom, theme)];
}
