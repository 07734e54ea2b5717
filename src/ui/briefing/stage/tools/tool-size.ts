/** How large a tool is, in shares of the wall's height; the wheel changes it. Pure. */
import type { StageTool } from '../../../../briefing/scene-player.ts';

export type ToolSizes = Readonly<Record<StageTool, number>>;

/** Radius of the dot, of the bright circle, of the lens. */
export const FIRST_SIZES: ToolSizes = { laser: 0.014, spotlight: 0.16, magnifier: 0.2 };
const LIMITS: Readonly<Record<StageTool, readonly [smallest: number, largest: number]>> = {
  laser: [0.007, 0.04],
  spotlight: [0.06, 0.5],
  magnifier: [0.1, 0.42],
};
const STEP = 1.12;

/** @param deltaY of the wheel: up makes larger */
export function resizeTool(sizes: ToolSizes, tool: StageTool, deltaY: number): ToolSizes {
  if (deltaY === 0) return sizes;
  const [smallest, largest] = LIMITS[tool];
  const size = deltaY < 0 ? sizes[tool] * STEP : sizes[tool] / STEP;
  return { ...sizes, [tool]: Math.max(smallest, Math.min(largest, size)) };
}
