/** The rules of the fast engine, in the order of RULE_IDS. */

import type { Rule } from './fast-rule.ts';
import { hotspotUnattended } from './hotspot-unattended.ts';
import { sourceUnassigned } from './source-unassigned.ts';
import { sourceUnpatrolled } from './source-unpatrolled.ts';
import { sourceUnswept } from './source-unswept.ts';
import { zoneGap } from './zone-gap.ts';
import { zoneOverlap } from './zone-overlap.ts';
import { zoneOwnerless } from './zone-ownerless.ts';

export const FAST_RULES: readonly Rule[] = [
  sourceUnassigned,
  sourceUnpatrolled,
  sourceUnswept,
  zoneOverlap,
  zoneGap,
  zoneOwnerless,
  hotspotUnattended,
];
