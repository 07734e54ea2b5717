/** The geometry of a GeoPackage's cell: its own header, then well-known binary (GeoPackage 1.4, clause 2.1.3). */
import { type ReadWkb, readWkb } from './read-wkb.ts';

const LETTER_G = 0x47;
const LETTER_P = 0x50;
/** By the kind of envelope: none, xy, xyz, xym, xyzm. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];
const HEADER_BYTES = 8;
const EXTENDED = 0x20;

/** Undefined where it is damaged. An empty geometry is empty WKB too. */
export function readGpkgGeometry(bytes: Uint8Array): ReadWkb | undefined {
  // Some programs write the binary without the header.
  if (bytes[0] !== LETTER_G || bytes[1] !== LETTER_P) return readWkb(bytes);
  const flags = bytes[3] ?? 0;
  if (flags & EXTENDED) return { geometry: { type: 'ExtendedGeoPackageBinary' }, hasCurves: false };
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  return envelope === undefined ? undefined : readWkb(bytes, HEADER_BYTES + envelope);
}
