/** Every mark that the symbology can ask for in a theme: what the atlas must hold. */

import { RULE_IDS } from '../model/findings.ts';
import { LAYER_KINDS } from '../model/kinds.ts';
import type { Hex } from './color.ts';
import { FINDING_GROUPS } from './finding-groups.ts';
import type { IconShape } from './icon-key.ts';
import type { MapTheme } from './map-types.ts';
import { markOf } from './mark-of.ts';
import {
  clusterStyleFor,
  findingStyleFor,
  MEASURE_STYLES,
  measureStyleFor,
  NO_TINT,
  SYMBOLOGY,
  styleFor,
  ZONE_TINTS,
} from './symbology.ts';

export function themeIcons(theme: MapTheme): { shape: IconShape; color: Hex }[] {
  const styles = LAYER_KINDS.flatMap((kind) =>
    SYMBOLOGY[kind].classes.flatMap((_, category) =>
      [NO_TINT, ...(SYMBOLOGY[kind].tinted ? ZONE_TINTS.keys() : [])].map((tint) =>
        styleFor(kind, category, theme, tint),
      ),
    ),
  );
  const findings = RULE_IDS.map((rule) => findingStyleFor(rule, theme));
  const marks = [...styles.map(markOf), ...findings.map(({ mark }) => mark)].filter((mark) => mark !== undefined);
  const segments = MEASURE_STYLES.map((_, state) => measureStyleFor(state, theme)).filter(
    (style) => style !== undefined,
  );
  return [
    ...FINDING_GROUPS.map((group) => clusterStyleFor(group, theme)).map(({ glyph, color }) => ({
      shape: glyph,
      color,
    })),
    ...marks.map(({ glyph, color }) => ({ shape: glyph, color })),
    ...segments.map(({ segment, color }) => ({ shape: segment, color })),
  ];
}
