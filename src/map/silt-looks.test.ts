import { expect, it } from 'vitest';
import { contrast, luminance } from './color.ts';
import type { MapTheme } from './map-types.ts';
import { SILT_LOOKS } from './silt-looks.ts';
import { recolored, styleFor } from './symbology.ts';
import { THEMES } from './theme.ts';

it.each(['light', 'dark', 'projector'] satisfies MapTheme[])(
  'the more dust, the more a road stands out from the %s paper, in lightness alone',
  (theme) => {
    const { paper } = THEMES[theme];
    const contrasts = SILT_LOOKS.map((look) => {
      const color = recolored(styleFor('road', 0, theme), look, theme).line?.color;
      return contrast(color ?? paper, paper);
    });
    expect(contrasts[0]).toBeGreaterThan(2.5);
    for (let step = 1; step < contrasts.length; step++)
      expect((contrasts[step] as number) / (contrasts[step - 1] as number)).toBeGreaterThan(1.35);
  },
);

it('steps differ by a tenth of the lightness at least', () => {
  for (const key of ['color', 'darkColor'] as const) {
    const lightness = SILT_LOOKS.map((look) => 1.055 * luminance(look[key] ?? look.color) ** (1 / 2.4));
    for (let step = 1; step < lightness.length; step++)
      expect(Math.abs((lightness[step] as number) - (lightness[step - 1] as number))).toBeGreaterThan(0.1);
  }
});
