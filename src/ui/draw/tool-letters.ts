/** Tools and their letters, by what is in hand. Letters that the page uses everywhere (F, H, N) are left to it. Pure. */
import type { DrawPhase, DrawSwitches, SketchTool } from '../../draw/draw-types.ts';
import { GEOMETRY_OF_KIND, type LayerKind } from '../../model/kinds.ts';

export const EDIT_TOOLS = ['transform', 'hole', 'part', 'split', 'merge', 'clip', 'simplify'] as const;
export type EditTool = (typeof EDIT_TOOLS)[number];

export const SKETCH_LETTERS = {
  polygon: 'P',
  rectangle: 'R',
  freehand: 'D',
  line: 'L',
  point: 'O',
} as const satisfies Record<SketchTool, string>;
const EDIT_LETTERS = {
  transform: 'M',
  hole: 'O',
  part: 'K',
  split: 'S',
  merge: 'G',
  clip: 'C',
  simplify: 'Y',
} as const satisfies Record<EditTool, string>;
export const SWITCH_LETTERS = {
  tracing: 'T',
  shared: 'X',
  snapping: 'Q',
} as const satisfies Record<keyof DrawSwitches, string>;
export const COLLECT_LETTER = 'U';
const OTHER_WAY_LETTER = 'W';

export const letterOfEditTool = (tool: EditTool): string => EDIT_LETTERS[tool];

/** Which shapes a layer of the kind may hold decides which tools draw into it. */
export function sketchToolsOf(kind: LayerKind): SketchTool[] {
  const tools: Readonly<Record<'polygon' | 'line' | 'point', readonly SketchTool[]>> = {
    polygon: ['polygon', 'rectangle', 'freehand'],
    line: ['line'],
    point: ['point'],
  };
  return GEOMETRY_OF_KIND[kind].flatMap((geometry) => tools[geometry]);
}

type Meaning =
  | { readonly type: 'sketch'; readonly name: SketchTool }
  | { readonly type: 'edit'; readonly name: EditTool }
  | { readonly type: 'switch'; readonly name: keyof DrawSwitches }
  | { readonly type: 'collect' }
  | { readonly type: 'otherWay' };

export function toolOfLetter(letter: string, phase: DrawPhase, kind: LayerKind): Meaning | undefined {
  const key = letter.toUpperCase();
  if (phase === 'idle') {
    if (key === COLLECT_LETTER) return { type: 'collect' };
    const name = sketchToolsOf(kind).find((tool) => SKETCH_LETTERS[tool] === key);
    return name && { type: 'sketch', name };
  }
  const name = (Object.keys(SWITCH_LETTERS) as (keyof DrawSwitches)[]).find((of) => SWITCH_LETTERS[of] === key);
  if (name) return { type: 'switch', name };
  if (phase === 'sketching') return key === OTHER_WAY_LETTER ? { type: 'otherWay' } : undefined;
  const tool = EDIT_TOOLS.find((of) => EDIT_LETTERS[of] === key);
  return tool && { type: 'edit', name: tool };
}
