/** The rules of the fast engine, in the order of RULE_IDS. */

import type { Rule } from './fast-rule.ts';
import { hotspotSource } from './hotspot-source.ts';
import { hotspotUnattended } from './hotspot-unattended.ts';
import { roadUnswept } from './road-unswept.ts';
import { routeOverlap } from './route-overlap.ts';
import { sourceUnassigned } from './source-unassigned.ts';
import { sourceUncontrolled } from './source-uncontrolled.ts';
import { sourceUnpatrolled } from './source-unpatrolled.ts';
import { sourceUnswept } from './source-unswept.ts';
import { zoneEscape } from './zone-escape.ts';
import { zoneGap } from './zone-gap.ts';
import { zoneOverlap } from './zone-overlap.ts';
import { zoneOwnerless } from './zone-ownerless.ts';

export const FAST_RULES: readonly Rule[] = [
  sourceUnassigned,
  sourceUnpatrolled,
  sourceUnswept,
  sourceUncontrolled,
  zoneOverlap,
  zoneGap,
  zoneEscape,
  zoneOwnerless,
  roadUnswept,
  routeOverlap,
  hotspotUnattended,
  hotspotSource,
];
