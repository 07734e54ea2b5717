/** Polygons: fills as one indexed triangle list, textures over some of them, edges as paths over the same positions. */
import type { Layer } from '@deck.gl/core';
import { FillStyleExtension, PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { type BinaryAttribute, type BinaryData, colorAttribute, pathData, triangleData } from './binary-data.ts';
import { measureDashes } from './dash-metrics.ts';
import type { TilePolygons } from './detail-level.ts';
import { ABOVE_DATA_LAYER_ID, layerOpacity } from './draw-context.ts';
import { expandColors, expandNumbers, expandPairs } from './expand.ts';
import type { FeatureLooks } from './feature-looks.ts';
import type { Part, PartProps } from './part.ts';
import { subsetPolygons } from './polygon-subset.ts';
import type { ClassStyle } from './symbology.ts';
import { TEXTURE_PATTERNS, type TextureName } from './texture.ts';

/** What of a tile goes to the GPU whatever its styling: kept by identity, so that restyling moves no geometry. */
export interface AreaBuffers {
  readonly tile: TilePolygons;
  readonly positions: BinaryAttribute;
  readonly triangles: BinaryAttribute;
  outlineDashes(): BinaryAttribute;
}

export function areaBuffersOf(tile: TilePolygons): AreaBuffers {
  return {
    tile,
    positions: { value: tile.positions, size: 2 },
    triangles: { value: tile.triangles, size: 1 },
    outlineDashes: once(() => ({ value: measureDashes(tile.positions, tile.outlineStart), size: 2 })),
  };
}

const fillOf = ({ fill }: ClassStyle) => fill;
const textureOf = ({ texture }: ClassStyle) => texture;
const edgeOf = ({ edge }: ClassStyle) => edge;
const edgeWidthOf = ({ edge }: ClassStyle) => edge?.width ?? 0;
const edgeDashOf = ({ edge }: ClassStyle) => edge?.dash;

/** @param isTextured where a pattern has room to be seen */
export function areaParts(buffers: AreaBuffers, looks: FeatureLooks, isTextured: boolean): Part[] {
  const { tile } = buffers;
  const parts: Part[] = [];
  if (looks.some(({ fill }) => fill !== undefined && fill.opacity > 0)) {
    const colors = expandColors(tile.featureOfPosition, looks.colors(fillOf));
    const data = triangleData(buffers.positions, buffers.triangles, { getFillColor: colorAttribute(colors) });
    parts.push({ name: 'fill', make: (props) => fillLayer(props, data) });
  }
  for (const texture of isTextured ? (Object.keys(TEXTURE_PATTERNS) as TextureName[]) : []) {
    const part = texturePart(texture, tile, looks);
    if (part) parts.push(part);
  }
  if (tile.outlineStart.length > 1 && looks.some((style) => style.edge !== undefined))
    parts.push(edgePart(buffers, looks));
  return parts;
}

function texturePart(texture: TextureName, tile: TilePolygons, looks: FeatureLooks): Part | undefined {
  if (!looks.some((style) => style.texture?.name === texture)) return undefined;
  const wanted = looks.flags((style) => style.texture?.name === texture, texture);
  const subset = subsetPolygons(tile, wanted);
  if (!subset) return undefined;
  const colors = expandColors(subset.featureOfPosition, looks.colors(textureOf));
  const data = triangleData(
    { value: subset.positions, size: 2 },
    { value: subset.triangles, size: 1 },
    { getFillColor: colorAttribute(colors) },
  );
  return { name: 'texture', make: (props) => textureLayer({ ...props, id: `${props.id}-${texture}` }, data, texture) };
}

function edgePart(buffers: AreaBuffers, looks: FeatureLooks): Part {
  const { positions, featureOfPosition, outlineStart } = buffers.tile;
  const end = outlineStart.at(-1) as number;
  const feature = featureOfPosition.subarray(0, end);
  const dashed = looks.some(({ edge }) => edge?.dash !== undefined);
  const data = pathData({ value: positions.subarray(0, 2 * end), size: 2 }, outlineStart, {
    getColor: colorAttribute(expandColors(feature, looks.colors(edgeOf))),
    getWidth: { value: expandNumbers(feature, looks.numbers(edgeWidthOf)), size: 1 },
    ...(dashed
      ? {
          instanceDashArrays: { value: expandPairs(feature, looks.pairs(edgeDashOf)), size: 2 },
          instanceDashOffsets: buffers.outlineDashes(),
        }
      : {}),
  });
  return { name: 'edge', make: (props) => strokeLayer(props, data, dashed) };
}

const FLAT = { _normalize: false, positionFormat: 'XY', extruded: false, pickable: false } as const;

function fillLayer({ id, visible, opacity }: PartProps, data: BinaryData): Layer {
  return new SolidPolygonLayer<unknown, { beforeId: string }>({
    id,
    data,
    visible,
    opacity: layerOpacity(opacity),
    beforeId: ABOVE_DATA_LAYER_ID,
    ...FLAT,
  });
}

const texturing = new FillStyleExtension({ pattern: true, proceduralPattern: true });

function textureLayer({ id, visible, opacity }: PartProps, data: BinaryData, texture: TextureName): Layer {
  return new SolidPolygonLayer<unknown, { beforeId: string; [texture: string]: unknown }>({
    id,
    data,
    visible,
    opacity: layerOpacity(opacity),
    beforeId: ABOVE_DATA_LAYER_ID,
    extensions: [texturing],
    fillPatternMapping: TEXTURE_PATTERNS,
    fillPatternSizeUnits: 'pixels',
    getFillPattern: () => texture,
    ...FLAT,
  });
}

const dashing = new PathStyleExtension({ dash: true, dashMode: 'path' });
const NO_EXTENSIONS: [] = [];
const DASHING = [dashing];

/** Lines of any kind: width in CSS pixels, dashes (if any) from the attributes. */
export function strokeLayer(
  { id, visible, opacity }: PartProps,
  data: BinaryData,
  dashed: boolean,
  widthScale = 1,
): Layer {
  return new PathLayer<unknown, { beforeId: string; dashUnits: 'pixels' }>({
    id,
    data,
    visible,
    opacity: layerOpacity(opacity),
    beforeId: ABOVE_DATA_LAYER_ID,
    _pathType: 'open',
    positionFormat: 'XY',
    widthUnits: 'pixels',
    widthScale,
    dashUnits: 'pixels',
    jointRounded: true,
    capRounded: !dashed,
    pickable: false,
    extensions: dashed ? DASHING : NO_EXTENSIONS,
  });
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
