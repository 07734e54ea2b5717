/** Lines: routes and roads by their line style; lines of kinds that are mostly areas by their edge, a little wider. */
import type { Drawable } from '../geo/drawable.ts';
import { type AreaBuffers, strokeLayer } from './area-parts.ts';
import { colorAttribute, pathData } from './binary-data.ts';
import { lineScale } from './draw-context.ts';
import { expandColors, expandNumbers, expandPairs } from './expand.ts';
import type { FeatureLooks } from './feature-looks.ts';
import type { Part } from './part.ts';
import type { ClassStyle } from './symbology.ts';

const WIDER_AS_LINE = 1.5;

export function lineParts(drawable: Drawable, looks: FeatureLooks, buffers: AreaBuffers): Part[] {
  const { pathStart } = drawable.paths;
  if (pathStart.length < 2) return [];
  const feature = buffers.featureOfPathPosition;
  const dashed = looks.some((style) => lineOf(style)?.dash !== undefined);
  const data = pathData(buffers.pathPositions, pathStart, {
    getColor: colorAttribute(expandColors(feature, looks.colors(lineOf))),
    getWidth: { value: expandNumbers(feature, looks.numbers(widthOf)), size: 1 },
    ...(dashed
      ? {
          instanceDashArrays: {
            value: expandPairs(
              feature,
              looks.pairs((style) => lineOf(style)?.dash),
            ),
            size: 2,
          },
          instanceDashOffsets: buffers.pathDashes(),
        }
      : {}),
  });
  return [{ name: 'line', make: (props, { zoom }) => strokeLayer(props, data, dashed, lineScale(zoom)) }];
}

const lineOf = (style: ClassStyle) => style.line ?? style.edge;

function widthOf({ line, edge }: ClassStyle, weight: number): number {
  if (line) return line.width[0] + (line.width[1] - line.width[0]) * weight;
  return edge ? edge.width + WIDER_AS_LINE : 0;
}
