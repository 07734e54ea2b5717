/** Label points of layer views as GeoJSON for MapLibre's collision: biggest first, inside the feature. Pure. */
import type { LayerKind } from '../model/kinds.ts';
import type { Bounds, LayerView } from './map-types.ts';
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

/** Of layers with more features than this, names that show only near are made for what is in view. */
const MANY_FEATURES = 2_000;
/** Names from this zoom on: patches, sites and grids, of which a district has a hundred thousand. */
const NEAR_ZOOM = 13;

/** What of the ground is in view. */
export interface LabelWindow {
  readonly bounds: Bounds;
  readonly zoom: number;
}

export interface LabelPoints {
  /** The points of these views, or undefined if they are the same as last time. Without a window: all of them. */
  update(views: readonly LayerView[], window?: LabelWindow): GeoJSON.FeatureCollection<GeoJSON.Point> | undefined;
}

interface KeptPoints {
  readonly view: LayerView;
  readonly points: GeoJSON.Feature<GeoJSON.Point>[];
  /** For what was in view they were made; undefined: they are all that the layer has. */
  readonly madeFor: LabelWindow | undefined;
}

/** Whether features of a kind are ever labelled: of the others no names need be made. */
export const isLabelled = (kind: LayerKind): boolean => kind === 'responsibilityZone' || KIND_RULES[kind] !== undefined;

/** Keeps the points of each view until its drawable, styling, labels or visibility change, or something else comes into view. */
export function createLabelPoints(): LabelPoints {
  let kept: KeptPoints[] = [];
  return {
    update(views, window) {
      const next = views.map((view): KeptPoints => {
        const same = kept.find((entry) => sameLabels(entry.view, view) && coversWindow(entry, window));
        if (same) return { ...same, view };
        const madeFor = window && view.drawable.count > MANY_FEATURES ? widen(window) : undefined;
        return { view, madeFor, points: pointsOfView(view, madeFor) };
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

/** Half a window around it, and up to the next whole zoom: a pan or two changes nothing. */
function widen({ bounds: [west, south, east, north], zoom }: LabelWindow): LabelWindow {
  const [x, y] = [(east - west) / 2, (north - south) / 2];
  return { bounds: [west - x, south - y, east + x, north + y], zoom: Math.floor(zoom) + 1 };
}

function coversWindow({ madeFor }: KeptPoints, window: LabelWindow | undefined): boolean {
  if (!madeFor || !window) return madeFor === undefined;
  const [west, south, east, north] = window.bounds;
  const [fromWest, fromSouth, toEast, toNorth] = madeFor.bounds;
  const isInside = west >= fromWest && south >= fromSouth && east <= toEast && north <= toNorth;
  return isInside && Math.floor(window.zoom) + 1 === madeFor.zoom;
}

function pointsOfView(view: LayerView, window: LabelWindow | undefined): GeoJSON.Feature<GeoJSON.Point>[] {
  const { kind, drawable, styling, labels, visible } = view;
  if (!labels || !visible || !isLabelled(kind)) return [];
  const { positions, areas } = drawable.anchors;
  const largest = areas.reduce((most, area) => Math.max(most, area), 1e-12);
  const features: GeoJSON.Feature<GeoJSON.Point>[] = [];
  for (let index = 0; index < drawable.count; index++) {
    const name = labels.name[index] ?? labels.detail[index];
    const rule = ruleOf(kind, styling.category[index] as number);
    const [longitude, latitude] = [positions[2 * index] as number, positions[2 * index + 1] as number];
    if (!name || !rule || Number.isNaN(longitude) || styling.hidden?.[index] || styling.dimmed?.[index]) continue;
    if (window && rule.minZoom >= NEAR_ZOOM && !isNear(window, rule, longitude, latitude)) continue;
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

function isNear({ bounds, zoom }: LabelWindow, { minZoom }: LabelRule, longitude: number, latitude: number): boolean {
  const [west, south, east, north] = bounds;
  return minZoom <= zoom && longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function ruleOf(kind: LayerKind, category: number): LabelRule | undefined {
  if (kind !== 'responsibilityZone') return KIND_RULES[kind];
  return ZONE_RULES[SYMBOLOGY[kind].classes[category]?.name ?? 'grid'];
}
