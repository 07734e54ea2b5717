/** The page's own colours and type, as the charts need them: numbers and strings, read from the style sheet. */
import type { EChartsCoreOption } from 'echarts/core';
import { ZONE_TINTS } from '../../map/symbology.ts';

export interface ChartLook {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly panel: string;
  readonly accent: string;
  readonly font: string;
  /** CSS pixels. */
  readonly textPixels: number;
  /** For series that stand for streets or stations. */
  readonly series: readonly string[];
  /** From little to much, both legible under `text`. */
  readonly shades: readonly [little: string, much: string];
  readonly soil: string;
  readonly moves: boolean;
}

const BODY_PIXELS = 12;

export function readLook(root: HTMLElement): ChartLook {
  const style = getComputedStyle(root);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const theme = root.dataset.theme;
  const isDark = theme === 'dark';
  const scale = Number(read('--mantine-scale')) || 1;
  return {
    text: read('--ct-text'),
    muted: read('--ct-muted'),
    line: read('--ct-line'),
    panel: read('--ct-panel'),
    accent: read('--ct-accent'),
    font: getComputedStyle(document.body).fontFamily,
    textPixels: BODY_PIXELS * scale,
    series: ZONE_TINTS,
    shades: isDark ? ['#262b30', '#a4502c'] : ['#fbf3ee', '#f0955f'],
    soil: isDark ? '#e8703a' : '#d9480f',
    moves: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** Longer would be in the way: LOOK says under 200 ms. */
const MOTION_MS = 150;

/** What all charts share. Tooltips are drawn on the canvas: text of the data never becomes HTML, and the policy allows no inline styles. */
export function baseOption(look: ChartLook, description: string, hasPatterns = false): EChartsCoreOption {
  return {
    animation: look.moves,
    animationDuration: MOTION_MS,
    animationDurationUpdate: MOTION_MS,
    color: [...look.series],
    textStyle: { fontFamily: look.font, fontSize: look.textPixels, color: look.text },
    aria: {
      enabled: true,
      label: { description },
      // Where areas of several series meet, they are told apart by pattern too.
      decal: { show: hasPatterns },
    },
    tooltip: tooltipOf(look),
  };
}

export function tooltipOf(look: ChartLook) {
  return {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: look.panel,
    borderColor: look.line,
    borderWidth: 1,
    transitionDuration: 0,
    hideDelay: 0,
    textStyle: { color: look.text, fontFamily: look.font, fontSize: look.textPixels },
  };
}

export function legendOf(look: ChartLook) {
  return {
    type: 'scroll' as const,
    top: 0,
    left: 0,
    itemGap: 12,
    itemWidth: 18,
    itemHeight: 11,
    textStyle: { color: look.text, fontFamily: look.font, fontSize: look.textPixels },
    pageTextStyle: { color: look.muted },
    pageIconColor: look.accent,
    pageIconInactiveColor: look.line,
  };
}

export function axisOf(look: ChartLook) {
  return {
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { lineStyle: { color: look.line } },
    splitLine: { lineStyle: { color: look.line, type: 'dotted' as const } },
    axisLabel: { color: look.text, fontFamily: look.font, fontSize: look.textPixels },
    nameTextStyle: { color: look.muted, fontFamily: look.font, fontSize: look.textPixels },
  };
}
