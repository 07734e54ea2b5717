/** Label points of layer views as GeoJSON for MapLibre's collision: biggest first, inside the feature. Pure. */
import type { LayerKind } from '../model/kinds.ts';
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

export interface LabelPoints {
  /** The points of these views, or undefined if they are the same as last time. */
  update(views: readonly LayerView[]): GeoJSON.FeatureCollection<GeoJSON.Point> | undefined;
}

/** Keeps the points of each view until its drawable, styling, labels or visibility change. */
export function createLabelPoints(): LabelPoints {
  let kept: { readonly view: LayerView; readonly points: GeoJSON.Feature<GeoJSON.Point>[] }[] = [];
  return {
    update(views) {
      const next = views.map((view) => {
        const same = kept.find((entry) => sameLabels(entry.view, view));
        return same ? { ...same, view } : { view, points: pointsOfView(view) };
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

function pointsOfView(view: LayerView): GeoJSON.Feature<GeoJSON.Point>[] {
  const { kind, drawable, styling, labels, visible } = view;
  if (!labels || !visible || !(kind === 'responsibilityZone' || KIND_RULES[kind])) return [];
  const { positions, areas } = drawable.anchors;
  const largest = areas.reduce((most, area) => Math.max(most, area), 1e-12);
  const features: GeoJSON.Feature<GeoJSON.Point>[] = [];
  for (let index = 0; index < drawable.count; index++) {
    const name = labels.name[index] ?? labels.detail[index];
    const rule = ruleOf(kind, styling.category[index] as number);
    const [longitude, latitude] = [positions[2 * index] as number, positions[2 * index + 1] as number];
    if (!name || !rule || Number.isNaN(longitude) || styling.hidden?.[index] || styling.dimmed?.[index]) continue;
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
