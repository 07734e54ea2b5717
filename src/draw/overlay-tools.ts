/**
 * What needs the overlay library, for one shape in hand: merge, clip, buffer, and the ground that it
 * shares with others. The library is fetched with the first question.
 */
import { ok, type Result } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import { bufferShape } from '../geo/buffer-shape.ts';
import { type Areal, clipFrom, clipTo, partsOf, uniteShapes } from '../geo/cut-polygon.ts';
import { loadGeos } from '../geo/geos.ts';
import { findInscribedCircle } from '../geo/inscribed-circle.ts';
import type { Frame } from '../geo/laea.ts';
import { placeOf } from './transform-shape.ts';

export interface SharedGround {
  readonly zone: Subject;
  readonly shape: Areal;
  /** Twice the radius of the largest circle in it. */
  readonly widthMeters: number;
}

export interface OverlayTools {
  unite(shapes: readonly Areal[]): Result<Areal | undefined>;
  clipFrom(shape: Areal, others: readonly Areal[]): Result<Areal | undefined>;
  clipTo(shape: Areal, others: readonly Areal[]): Result<Areal | undefined>;
  buffer(shape: GeoJSON.Geometry, distanceMeters: number): Result<Areal | undefined>;
  /** What the shape shares with each of the others; those that it only touches are left out. */
  sharedGround(shape: Areal, others: readonly { readonly zone: Subject; readonly shape: Areal }[]): SharedGround[];
}

/** Fails with `geos-unavailable` where WebAssembly is not to be had. */
export async function loadOverlayTools(frame: Frame): Promise<Result<OverlayTools>> {
  const loaded = await loadGeos();
  if (!loaded.ok) return loaded;
  const geos = loaded.value;
  return ok({
    unite: (shapes) => uniteShapes(geos, frame, shapes),
    clipFrom: (shape, others) => clipFrom(geos, frame, shape, others),
    clipTo: (shape, others) => clipTo(geos, frame, shape, others),
    buffer: (shape, meters) => bufferShape(geos, frame, shape, meters),
    sharedGround: (shape, others) =>
      others.flatMap((other) => {
        const shared = clipTo(geos, frame, shape, [other.shape]);
        if (!shared.ok || !shared.value) return [];
        return [{ zone: other.zone, shape: shared.value, widthMeters: widthOf(shared.value, frame) }];
      }),
  });
}

function widthOf(shape: Areal, frame: Frame): number {
  const polygons = partsOf(shape).map((rings) =>
    rings.map((ring) => Float64Array.from(ring.flatMap((position) => placeOf(frame, position)))),
  );
  return 2 * (findInscribedCircle(polygons)?.radiusMeters ?? 0);
}
