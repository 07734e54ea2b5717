/** Label points of layer views as GeoJSON for MapLibre's collision: biggest first, inside the feature. Pure. */
import type { LayerKind } from '../model/kinds.ts';
import type { DrawContext } from './draw-context.ts';
import type { LayerView } from './map-types.ts';
import { SYMBOLOGY } from './symbology.ts';

interface LabelRule {
  /** CSS pixels at zoom 12.5. */
  readonly size: number;
  /** Lower is placed first. */
  readonly rank: number;
  readonly minZoom: number;
}

/** Zones coarser than grids are called as the places are. */
const PLACE_RANKS = 3;

/** By class name for responsibility zones, by kind for the others; kinds not named here are not labelled. */
const ZONE_RULES: Readonly<Record<string, LabelRule>> = {
  district: { size: 20, rank: 0, minZoom: 0 },
  street: { size: 17, rank: 1, minZoom: 0 },
  community: { size: 14, rank: 2, minZoom: 12 },
  grid: { size: 12.5, rank: 3, minZoom: 13.6 },
};
const KIND_RULES: { readonly [kind in LayerKind]?: LabelRule } = {
  patrolZone: { size: 15, rank: 1.5, minZoom: 0 },
  receptor: { size: 12, rank: 4, minZoom: 13.6 },
  industrialPark: { size: 12, rank: 5, minZoom: 13 },
  constructionSite: { size: 11.5, rank: 6, minZoom: 14.5 },
  stockpile: { size: 11.5, rank: 7, minZoom: 14.5 },
  bareSoil: { size: 11.5, rank: 8, minZoom: 15 },
};

/** Where the map is: of layers with many features, details are named only there. */
export type LabelWindow = Pick<DrawContext, 'zoom' | 'window'>;

export interface LabelPoints {
  /** The points of these views, or undefined if they are the same as last time. The same window by identity is the same place. */
  update(views: readonly LayerView[], place: LabelWindow): GeoJSON.FeatureCollection<GeoJSON.Point> | undefined;
}

/** Names that are written from here on are details. */
const DETAIL_FROM_ZOOM = 13;
/** Fewer features are handed over whole, wherever the map is. */
const MANY_FEATURES = 2000;
/** Zooms are given in half steps. */
const STEP = 0.5;
/** Names are ready before the zoom at which they are written. */
const AHEAD = 0.5;

/** Whether features of a kind are ever labelled: of the others no names need be made. */
export const isLabelled = (kind: LayerKind): boolean => kind === 'responsibilityZone' || KIND_RULES[kind] !== undefined;

/** Keeps the points of each view until its drawable, styling, labels or visibility change. */
export function createLabelPoints(): LabelPoints {
  let kept: {
    readonly view: LayerView;
    readonly window: LabelWindow['window'];
    readonly points: GeoJSON.Feature<GeoJSON.Point>[];
  }[] = [];
  return {
    update(views, place) {
      const { window } = place;
      const next = views.map((view) => {
        const same = kept.find(
          (entry) => sameLabels(entry.view, view) && (entry.window === window || view.drawable.count < MANY_FEATURES),
        );
        if (same) return { ...same, view, window };
        const points = pointsOfView(view, place);
        const before = kept.find((entry) => entry.view.id === view.id)?.points;
        // Nothing before and nothing now: not worth a message to the map.
        return { view, window, points: before?.length === 0 && points.length === 0 ? before : points };
      });
      const changed = next.length !== kept.length || next.some(({ points }, index) => points !== kept[index]?.points);
      kept = next;
      return changed ? { type: 'FeatureCollection', features: next.flatMap(({ points }) => points) } : undefined;
    },
  };
}

function sameLabels(a: LayerView, b: LayerView): boolean {
  const { id, drawable, styling, labels, visible } = a;
  return (
    id === b.id && drawable === b.drawable && styling === b.styling && labels === b.labels && visible === b.visible
  );
}

function pointsOfView(view: LayerView, { zoom, window }: LabelWindow): GeoJSON.Feature<GeoJSON.Point>[] {
  const { kind, drawable, styling, labels, visible } = view;
  if (!labels || !visible || !isLabelled(kind)) return [];
  const isMany = drawable.count >= MANY_FEATURES;
  const [west, south, east, north] = window;
  /** Whether a name may be written where the map is. */
  const isWanted = (rule: LabelRule, longitude: number, latitude: number) =>
    !isMany ||
    rule.minZoom < DETAIL_FROM_ZOOM ||
    (zoom + STEP + AHEAD >= rule.minZoom &&
      longitude >= west &&
      longitude <= east &&
      latitude >= south &&
      latitude <= north);
  const { positions, areas } = drawable.anchors;
  const largest = areas.reduce((most, area) => Math.max(most, area), 1e-12);
  const features: GeoJSON.Feature<GeoJSON.Point>[] = [];
  for (let index = 0; index < drawable.count; index++) {
    const name = labels.name[index] ?? labels.detail[index];
    const rule = ruleOf(kind, styling.category[index] as number);
    const [longitude, latitude] = [positions[2 * index] as number, positions[2 * index + 1] as number];
    if (!name || !rule || Number.isNaN(longitude) || !isWanted(rule, longitude, latitude)) continue;
    if (styling.hidden?.[index] || styling.dimmed?.[index]) continue;
    const detail = labels.name[index] ? labels.detail[index] : undefined;
    features.push({
      type: 'Feature',
      properties: {
        name,
        detail: detail ? `\n${detail}` : '',
        size: rule.size,
        minZoom: rule.minZoom,
        place: kind === 'responsibilityZone' && rule.rank < PLACE_RANKS,
        rank: rule.rank + (1 - (areas[index] as number) / largest) * 0.49,
        // Names of what carries a glyph stand below it.
        offset: SYMBOLOGY[kind].classes[0]?.mark ? [0, 1.5] : [0, 0],
      },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    });
  }
  return features;
}

function ruleOf(kind: LayerKind, category: number): LabelRule | undefined {
  if (kind !== 'responsibilityZone') return KIND_RULES[kind];
  return ZONE_RULES[SYMBOLOGY[kind].classes[category]?.name ?? 'grid'];
}
