/** The two sides of ground that changes hands, told apart without colour too: lines slanting and dots. */
import type { Hex } from './color.ts';
import type { TextureName } from './texture.ts';

export const PREVIEW_SIDES = [
  { color: '#0b57d0', texture: 'hatch' },
  { color: '#0b6b3a', texture: 'dots' },
] as const satisfies readonly { color: Hex; texture: TextureName }[];
