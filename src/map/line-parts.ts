/** Lines: routes and roads by their line style; lines of kinds that are mostly areas by their edge, a little wider. */
import type { DrawablePaths } from '../geo/drawable.ts';
import { once, strokeLayer } from './area-parts.ts';
import { type BinaryAttribute, colorAttribute, pathData } from './binary-data.ts';
import { measureDashes } from './dash-metrics.ts';
import { lineScale } from './draw-context.ts';
import { expandColors, expandNumbers, expandPairs, featureOfPathVertex } from './expand.ts';
import type { FeatureLooks } from './feature-looks.ts';
import type { Part } from './part.ts';
import type { ClassStyle } from './symbology.ts';

const WIDER_AS_LINE = 1.5;

/** What of paths goes to the GPU whatever their styling. */
export interface LineBuffers {
  readonly pathStart: Uint32Array;
  readonly positions: BinaryAttribute;
  readonly featureOfPosition: Uint32Array;
  dashes(): BinaryAttribute;
}

export function lineBuffersOf({ positions, pathStart, featureOfPath }: DrawablePaths): LineBuffers {
  return {
    pathStart,
    positions: { value: positions, size: 2 },
    featureOfPosition: featureOfPathVertex(pathStart, featureOfPath),
    dashes: once(() => ({ value: measureDashes(positions, pathStart), size: 2 })),
  };
}

export function lineParts(buffers: LineBuffers, looks: FeatureLooks): Part[] {
  const { pathStart, positions, featureOfPosition } = buffers;
  if (pathStart.length < 2) return [];
  const dashed = looks.some((style) => lineOf(style)?.dash !== undefined);
  const data = pathData(positions, pathStart, {
    getColor: colorAttribute(expandColors(featureOfPosition, looks.colors(lineOf))),
    getWidth: { value: expandNumbers(featureOfPosition, looks.numbers(widthOf)), size: 1 },
    ...(dashed
      ? {
          instanceDashArrays: { value: expandPairs(featureOfPosition, looks.pairs(dashOf)), size: 2 },
          instanceDashOffsets: buffers.dashes(),
        }
      : {}),
  });
  return [{ name: 'line', make: (props, { zoom }) => strokeLayer(props, data, dashed, lineScale(zoom)) }];
}

const lineOf = (style: ClassStyle) => style.line ?? style.edge;
const dashOf = (style: ClassStyle) => lineOf(style)?.dash;

function widthOf({ line, edge }: ClassStyle, weight: number): number {
  if (line) return line.width[0] + (line.width[1] - line.width[0]) * weight;
  return edge ? edge.width + WIDER_AS_LINE : 0;
}
