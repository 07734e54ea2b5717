/** Polygons: fills as one indexed triangle list, textures over some of them, edges as paths over the same positions. */
import type { Layer } from '@deck.gl/core';
import { FillStyleExtension, PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Drawable } from '../geo/drawable.ts';
import { type Anchors, findAnchors } from './anchors.ts';
import { type BinaryAttribute, type BinaryData, colorAttribute, pathData, triangleData } from './binary-data.ts';
import { measureDashes } from './dash-metrics.ts';
import { ABOVE_DATA_LAYER_ID, layerOpacity } from './draw-context.ts';
import { expandColors, expandNumbers, expandPairs, featureOfPathVertex } from './expand.ts';
import type { FeatureLooks } from './feature-looks.ts';
import type { Part, PartProps } from './part.ts';
import { subsetPolygons } from './polygon-subset.ts';
import { TEXTURE_PATTERNS, type TextureName } from './texture.ts';

/** What of a drawable goes to the GPU whatever its styling: kept by identity, so that restyling moves no geometry. */
export interface AreaBuffers {
  readonly polygonPositions: BinaryAttribute;
  readonly triangles: BinaryAttribute;
  readonly pathPositions: BinaryAttribute;
  readonly featureOfPathPosition: Uint32Array;
  ringDashes(): BinaryAttribute;
  pathDashes(): BinaryAttribute;
  anchors(): Anchors;
}

export function buffersOf(drawable: Drawable): AreaBuffers {
  const { polygons, paths } = drawable;
  return {
    polygonPositions: { value: polygons.positions, size: 2 },
    triangles: { value: polygons.triangles, size: 1 },
    pathPositions: { value: paths.positions, size: 2 },
    featureOfPathPosition: featureOfPathVertex(paths.pathStart, paths.featureOfPath),
    ringDashes: once(() => ({ value: measureDashes(polygons.positions, polygons.ringStart), size: 2 })),
    pathDashes: once(() => ({ value: measureDashes(paths.positions, paths.pathStart), size: 2 })),
    anchors: once(() => findAnchors(drawable)),
  };
}

export function areaParts(drawable: Drawable, looks: FeatureLooks, buffers: AreaBuffers): Part[] {
  const { polygons } = drawable;
  if (polygons.triangles.length === 0) return [];
  const parts: Part[] = [];
  if (looks.some(({ fill }) => fill !== undefined && fill.opacity > 0)) {
    const colors = expandColors(
      polygons.featureOfPosition,
      looks.colors(({ fill }) => fill),
    );
    const data = triangleData(buffers.polygonPositions, buffers.triangles, { getFillColor: colorAttribute(colors) });
    parts.push({ name: 'fill', make: (props) => fillLayer(props, data) });
  }
  for (const texture of Object.keys(TEXTURE_PATTERNS) as TextureName[]) {
    const part = texturePart(texture, drawable, looks);
    if (part) parts.push(part);
  }
  if (looks.some(({ edge }) => edge !== undefined)) parts.push(edgePart(drawable, looks, buffers));
  return parts;
}

function texturePart(texture: TextureName, drawable: Drawable, looks: FeatureLooks): Part | undefined {
  if (!looks.some((style) => style.texture?.name === texture)) return undefined;
  const wanted = Uint8Array.from({ length: looks.count }, (_, feature) =>
    looks.styleOf(feature).texture?.name === texture ? 1 : 0,
  );
  const subset = subsetPolygons(drawable.polygons, wanted);
  if (!subset) return undefined;
  const colors = expandColors(
    subset.featureOfPosition,
    looks.colors((style) => style.texture),
  );
  const data = triangleData(
    { value: subset.positions, size: 2 },
    { value: subset.triangles, size: 1 },
    { getFillColor: colorAttribute(colors) },
  );
  return { name: 'texture', make: (props) => textureLayer({ ...props, id: `${props.id}-${texture}` }, data, texture) };
}

function edgePart(drawable: Drawable, looks: FeatureLooks, buffers: AreaBuffers): Part {
  const { featureOfPosition, ringStart } = drawable.polygons;
  const dashed = looks.some(({ edge }) => edge?.dash !== undefined);
  const data = pathData(buffers.polygonPositions, ringStart, {
    getColor: colorAttribute(
      expandColors(
        featureOfPosition,
        looks.colors(({ edge }) => edge),
      ),
    ),
    getWidth: {
      value: expandNumbers(
        featureOfPosition,
        looks.numbers(({ edge }) => edge?.width ?? 0),
      ),
      size: 1,
    },
    ...(dashed
      ? {
          instanceDashArrays: {
            value: expandPairs(
              featureOfPosition,
              looks.pairs(({ edge }) => edge?.dash),
            ),
            size: 2,
          },
          instanceDashOffsets: buffers.ringDashes(),
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

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
