/** Layers in lists: from what is looked for to what it lies on. */
import type { LayerKind } from '../../model/kinds.ts';

export const PANEL_ORDER: readonly LayerKind[] = [
  'hotspot',
  'bareSoil',
  'constructionSite',
  'stockpile',
  'industrialPark',
  'sweepingRoute',
  'haulRoute',
  'patrolZone',
  'responsibilityZone',
  'receptor',
  'road',
  'boundary',
];
