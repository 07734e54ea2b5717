/**
 * The metric frame: ellipsoidal Lambert azimuthal equal-area on WGS84 around a centre, as PROJ's
 * `+proj=laea +ellps=WGS84`, in a tight loop of its own (a general projection library is too slow
 * for twenty million vertices). Areas are exact in it; distances within 5 ppm over a district,
 * 300 ppm over a province. Formulas: Snyder, Map Projections (USGS PP 1395), pp. 187-190.
 * Knows nothing of layers. Not for centres within 1 degree of a pole.
 */
import { invariant } from '../core/invariant.ts';

type LonLat = readonly [longitude: number, latitude: number];

export interface Frame {
  readonly center: LonLat;
  /** Writes metres east and north of the centre to out[offset], out[offset + 1]. Degrees in; NaN gives NaN. */
  readonly project: (longitude: number, latitude: number, out: Float64Array | number[], offset: number) => void;
  /** Metres to degrees; the inverse of project to 1e-12 degrees within 2,000 km. */
  readonly unproject: (x: number, y: number) => [longitude: number, latitude: number];
  /** Great-circle distance on the equal-area sphere: within 0.4% of the geodesic. */
  readonly distanceFromCenterMeters: (longitude: number, latitude: number) => number;
}

const SEMI_MAJOR_METERS = 6378137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const DEGREE = Math.PI / 180;

/** q(sin phi) / sin phi without a logarithm: (1 - e2) (1 / (1 - e2 s2) + sum of (e2 s2)^k / (2k + 1)); the rest is below 1e-17. */
function authalicFactor(sine: number): number {
  const t = E2 * sine * sine;
  const series = 1 + t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * (1 / 9 + t * (1 / 11 + t * (1 / 13 + t * (1 / 15)))))));
  return (1 - E2) * (1 / (1 - t) + series);
}

const Q_POLE = authalicFactor(1);
const AUTHALIC_RADIUS_METERS = SEMI_MAJOR_METERS * Math.sqrt(Q_POLE / 2);
/** Below this many radians from the centre, short Taylor series give sine and cosine to the last bit. */
const NEAR_RADIANS = 0.03;

/** The equal-area frame around a centre. Throws on a centre that is not finite or lies within 1 degree of a pole. */
export function createFrame(center: LonLat): Frame {
  const [centerLongitude, centerLatitude] = center;
  invariant(
    Number.isFinite(centerLongitude) && Math.abs(centerLatitude) <= 89,
    `frame centre ${centerLongitude}, ${centerLatitude}, expected degrees within 89 of the equator`,
  );
  const sine0 = Math.sin(centerLatitude * DEGREE);
  const cosine0 = Math.cos(centerLatitude * DEGREE);
  const sinBeta0 = (sine0 * authalicFactor(sine0)) / Q_POLE;
  const cosBeta0 = Math.sqrt(1 - sinBeta0 * sinBeta0);
  const stretch =
    (SEMI_MAJOR_METERS * cosine0) / Math.sqrt(1 - E2 * sine0 * sine0) / (AUTHALIC_RADIUS_METERS * cosBeta0);

  function project(longitude: number, latitude: number, out: Float64Array | number[], offset: number): void {
    let deltaLongitude = longitude - centerLongitude;
    if (deltaLongitude > 180) deltaLongitude -= 360;
    else if (deltaLongitude < -180) deltaLongitude += 360;
    const lambda = deltaLongitude * DEGREE;
    const d = (latitude - centerLatitude) * DEGREE;
    let sinPhi: number;
    let sinLambda: number;
    let cosLambda: number;
    if (lambda < NEAR_RADIANS && lambda > -NEAR_RADIANS && d < NEAR_RADIANS && d > -NEAR_RADIANS) {
      const d2 = d * d;
      sinPhi =
        sine0 * (1 + d2 * (-1 / 2 + d2 * (1 / 24 + d2 * (-1 / 720 + d2 * (1 / 40320))))) +
        cosine0 * d * (1 + d2 * (-1 / 6 + d2 * (1 / 120 + d2 * (-1 / 5040))));
      const l2 = lambda * lambda;
      sinLambda = lambda * (1 + l2 * (-1 / 6 + l2 * (1 / 120 + l2 * (-1 / 5040))));
      cosLambda = 1 + l2 * (-1 / 2 + l2 * (1 / 24 + l2 * (-1 / 720 + l2 * (1 / 40320))));
    } else {
      sinPhi = Math.sin(latitude * DEGREE);
      sinLambda = Math.sin(lambda);
      cosLambda = Math.cos(lambda);
    }
    const sinBeta = (sinPhi * authalicFactor(sinPhi)) / Q_POLE;
    const cosBeta = Math.sqrt(Math.max(0, 1 - sinBeta * sinBeta));
    const b = AUTHALIC_RADIUS_METERS * Math.sqrt(2 / (1 + sinBeta0 * sinBeta + cosBeta0 * cosBeta * cosLambda));
    out[offset] = b * stretch * cosBeta * sinLambda;
    out[offset + 1] = (b / stretch) * (cosBeta0 * sinBeta - sinBeta0 * cosBeta * cosLambda);
  }

  function unproject(x: number, y: number): [number, number] {
    const px = x / stretch;
    const py = y * stretch;
    const rho = Math.hypot(px, py);
    if (rho === 0) return [centerLongitude, centerLatitude];
    const c = 2 * Math.asin(Math.min(1, rho / (2 * AUTHALIC_RADIUS_METERS)));
    const sinC = Math.sin(c);
    const cosC = Math.cos(c);
    const sinBeta = cosC * sinBeta0 + (py * sinC * cosBeta0) / rho;
    const lambda = Math.atan2(px * sinC, rho * cosBeta0 * cosC - py * sinBeta0 * sinC);
    let longitude = centerLongitude + lambda / DEGREE;
    if (longitude > 180) longitude -= 360;
    else if (longitude < -180) longitude += 360;
    return [longitude, latitudeFromAuthalic(sinBeta) / DEGREE];
  }

  const scratch = new Float64Array(2);
  function distanceFromCenterMeters(longitude: number, latitude: number): number {
    project(longitude, latitude, scratch, 0);
    const rho = Math.hypot(scratch[0]! / stretch, scratch[1]! * stretch);
    return 2 * AUTHALIC_RADIUS_METERS * Math.asin(Math.min(1, rho / (2 * AUTHALIC_RADIUS_METERS)));
  }

  return { center, project, unproject, distanceFromCenterMeters };
}

/** Newton on q(phi) = q_pole sin(beta) from phi = beta: three steps reach the last bit away from the poles. */
function latitudeFromAuthalic(sinBeta: number): number {
  const target = Q_POLE * Math.max(-1, Math.min(1, sinBeta));
  let phi = Math.asin(target / Q_POLE);
  for (let step = 0; step < 4; step++) {
    const sine = Math.sin(phi);
    const cosine = Math.cos(phi);
    if (cosine < 1e-9) break;
    const w = 1 - E2 * sine * sine;
    phi += ((target - sine * authalicFactor(sine)) * w * w) / (2 * (1 - E2) * cosine);
  }
  return phi;
}

/** Initial bearing from one place to another, degrees clockwise from north in [0, 360): within 0.01 degrees up to 100 km. */
export function geodesicBearingDegrees(from: LonLat, to: LonLat): number {
  let deltaLongitude = to[0] - from[0];
  if (deltaLongitude > 180) deltaLongitude -= 360;
  else if (deltaLongitude < -180) deltaLongitude += 360;
  const lambda = deltaLongitude * DEGREE;
  const middle = ((from[1] + to[1]) / 2) * DEGREE;
  const w = 1 - E2 * Math.sin(middle) ** 2;
  const east = (Math.cos(middle) * lambda) / Math.sqrt(w);
  const north = ((to[1] - from[1]) * DEGREE * (1 - E2)) / w ** 1.5;
  const bearing = (Math.atan2(east, north) - (lambda * Math.sin(middle)) / 2) / DEGREE;
  return bearing < 0 ? bearing + 360 : bearing;
}

/**
 * Where true north lies at a place of a frame, in degrees clockwise from the frame's y axis: meridians lean
 * towards each other. Within 0.01 degrees up to 100 km from the centre.
 */
export function trueNorthDegrees({ center }: Frame, [longitude, latitude]: LonLat): number {
  let deltaLongitude = longitude - center[0];
  if (deltaLongitude > 180) deltaLongitude -= 360;
  else if (deltaLongitude < -180) deltaLongitude += 360;
  return -deltaLongitude * Math.sin(((latitude + center[1]) / 2) * DEGREE);
}
