/**
 * A layer view as deck.gl layers: fills, textures, edges, lines, halos and marks, all from flat
 * arrays. What depends on drawable, styling and theme alone is made once and kept; visibility, opacity
 * and zoom only change props. Polygons are made tile by tile, at the level of detail that suits the scale.
 */
import type { Layer } from '@deck.gl/core';
import { findLevel } from './detail-level.ts';
import type { DrawContext } from './draw-context.ts';
import { lookAt } from './feature-looks.ts';
import { createGround, type Ground, type LevelParts } from './ground.ts';
import type { LayerView } from './map-types.ts';
import { markParts } from './mark-parts.ts';
import type { Part } from './part.ts';
import { drawIndex } from './symbology.ts';

export interface OrderedLayer {
  readonly order: number;
  readonly layer: Layer;
}

interface Kept {
  readonly view: LayerView;
  readonly theme: DrawContext['theme'];
  readonly ground: Ground;
  readonly levels: Map<number, LevelParts>;
  readonly marks: readonly Part[];
  readonly looks: ReturnType<typeof lookAt>;
  /** The level that is seen: the one before, until everything of the next is made. */
  shownLevel?: number;
}

export interface ViewLayers {
  /** `isComplete`: nothing in view is still to be made; else the same call makes more. */
  build(views: readonly LayerView[], context: DrawContext): { layers: OrderedLayer[]; isComplete: boolean };
}

/** What is made of tiles between two frames, at least one of them. */
const BUDGET_MS = 12;

/** @param now a clock in milliseconds */
export function createViewLayers(now: () => number = () => performance.now()): ViewLayers {
  let kept = new Map<string, Kept>();
  return {
    build(views, context) {
      const next = new Map<string, Kept>();
      const layers: OrderedLayer[] = [];
      const start = now();
      const hasTime = () => now() - start < BUDGET_MS;
      let isComplete = true;
      for (const view of views) {
        const entry = reuse(kept.get(view.id), view, context);
        next.set(view.id, entry);
        // What is not seen is made when it is.
        if (!isSeen(view)) continue;
        const level = findLevel(view.drawable, context.metersPerPixel);
        const parts = levelParts(entry, level);
        const isMade = parts.prepare(context.window, hasTime);
        isComplete &&= isMade;
        const before = entry.shownLevel;
        const waits = !isMade && before !== undefined && before !== level;
        if (!waits) entry.shownLevel = level;
        if (waits) layers.push(...layersOf(view, levelParts(entry, before).parts(context.window), context, true));
        layers.push(...layersOf(view, parts.parts(context.window), context, !waits));
        layers.push(
          ...layersOf(
            view,
            entry.marks.map((part) => [part.name, part]),
            context,
            true,
          ),
        );
      }
      kept = next;
      return { layers, isComplete };
    },
  };
}

const isSeen = ({ visible, opacity }: LayerView) => visible && opacity > 0;

function layersOf(
  view: LayerView,
  parts: Iterable<readonly [name: string, part: Part]>,
  context: DrawContext,
  isShown: boolean,
): OrderedLayer[] {
  return Array.from(parts, ([name, part]) => {
    const visible = isShown && context.zoom >= (part.minZoom ?? 0) && context.zoom < (part.maxZoom ?? Infinity);
    const props = { id: `${view.id}/${name}`, visible, opacity: view.opacity };
    return { order: drawIndex(view.kind, part.name), layer: part.make(props, context) };
  });
}

function levelParts(entry: Kept, level: number): LevelParts {
  let parts = entry.levels.get(level);
  if (!parts) {
    parts = entry.ground.lookedAt(level, entry.looks);
    entry.levels.set(level, parts);
  }
  return parts;
}

function reuse(kept: Kept | undefined, view: LayerView, context: DrawContext): Kept {
  const sameGround = kept?.view.drawable === view.drawable;
  if (kept && sameGround && kept.view.styling === view.styling && kept.theme === context.theme)
    return { ...kept, view };
  const ground = kept && sameGround ? kept.ground : createGround(view.drawable);
  const looks = lookAt(view.kind, view.styling, context.theme);
  return { view, theme: context.theme, ground, looks, levels: new Map(), marks: markParts(view, looks) };
}
