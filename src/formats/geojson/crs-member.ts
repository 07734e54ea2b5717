/** The `crs` member that GeoJSON had before RFC 7946, and that programs still write. */
import type { NoteList } from '../../model/note-list.ts';
import { describeFound } from '../clean-geometry.ts';

/** `EPSG:n` out of its URN or name; anything else is told and left aside. */
export function crsOfMember(member: unknown, notes: NoteList): string | undefined {
  if (member === undefined || member === null) return undefined;
  const { properties } = member as { properties?: unknown };
  const { name } = (properties ?? {}) as { name?: unknown };
  if (typeof name !== 'string') {
    notes.add('geojson-crs-unreadable', { found: describeFound(member) });
    return undefined;
  }
  if (/CRS:?84$/iu.test(name)) return 'EPSG:4326';
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/iu.exec(name.trim())?.[1];
  return code === undefined ? name : `EPSG:${code}`;
}
