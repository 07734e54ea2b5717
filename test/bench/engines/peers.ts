/** All engines that are measured, ours first. */
import { chentu } from './chentu.ts';
import { clipper } from './clipper.ts';
import { geolibre } from './geolibre.ts';
import { geos } from './geos.ts';
import { jsts } from './jsts.ts';
import type { Peer } from './peer.ts';
import { postgis } from './postgis.ts';
import { turf } from './turf.ts';

export const PEERS: readonly Peer[] = [chentu, geos, clipper, jsts, turf, geolibre, postgis];

/** By name, or by what it begins with: `geos` is geos-wasm. Undefined for no engine. */
export function findPeer(name: string): Peer | undefined {
  return PEERS.find((peer) => peer.name === name) ?? PEERS.find((peer) => peer.name.startsWith(name));
}
