/**
 * Writes a layer as shapefiles in one zip: NAME.shp, .shx, .dbf, .prj and .cpg. The format holds one
 * type of shape per file, so that a mixed layer becomes NAME_point, NAME_line, NAME_polygon. WGS84,
 * texts in GB18030; everything that does not fit is told. The same layer gives the same bytes.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { GeometryType, type GeometryTypeCode } from '../../geo/geometry-column.ts';
import { createNoteList } from '../../model/note-list.ts';
import type { WriteLayer } from '../driver.ts';
import type { PathAndBytes } from '../workspace/workspace-path.ts';
import { zipFiles } from '../workspace/zip.ts';
import { createGb18030Encoder } from './encode-gb18030.ts';
import { type PlannedField, planFields } from './plan-fields.ts';
import { bytesOfDbf, writeDbf } from './write-dbf.ts';
import { bytesOfShapes, writeShapes } from './write-shapes.ts';

const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
/** Beyond 2 GB most readers fail: offsets are signed 32-bit numbers. */
const MAX_FILE_BYTES = 2 ** 31 - 1;
/** Coordinates hardly get smaller by longer packing. */
const FAST = 3;
const TYPES = [
  { type: GeometryType.point, suffix: '_point' },
  { type: GeometryType.line, suffix: '_line' },
  { type: GeometryType.polygon, suffix: '_polygon' },
] as const;

interface Member {
  readonly name: string;
  readonly type: GeometryTypeCode;
  readonly features: Uint32Array;
}

/** Fails where a file would pass the format's limit. O(positions + values). */
export async function writeShapefile(layer: WriteLayer, task: Task): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const notes = createNoteList();
  const fields = planFields(layer.batch, createGb18030Encoder(), notes);
  const members = planMembers(layer);
  if (members.length > 1) notes.add('shapefile-split', { names: members.map(({ name }) => name).join(', ') });
  const files: PathAndBytes[] = [];
  let closed = 0;
  for (const member of members) {
    const bytes = largestFile(layer, member, fields);
    if (bytes > MAX_FILE_BYTES) return fail('shapefile-too-large', { megabytes: Math.round(bytes / 1e6) });
    const shapes = await writeShapes(layer.batch.geometry, member.features, member.type, task);
    closed += shapes.closed;
    files.push(
      { path: `${member.name}.shp`, bytes: shapes.shp },
      { path: `${member.name}.shx`, bytes: shapes.shx },
      { path: `${member.name}.dbf`, bytes: await writeDbf(fields, member.features, task) },
      { path: `${member.name}.prj`, bytes: new TextEncoder().encode(WGS84) },
      { path: `${member.name}.cpg`, bytes: new TextEncoder().encode('GB18030') },
    );
  }
  if (closed > 0) notes.add('ring-closed', { count: closed });
  return ok(zipFiles(files, FAST), notes.finish());
}

function largestFile({ batch }: WriteLayer, { features, type }: Member, fields: readonly PlannedField[]): number {
  return Math.max(bytesOfShapes(batch.geometry, features, type), bytesOfDbf(fields, features.length));
}

/** Features without a shape go along with the first type that there is. */
function planMembers({ name, batch: { geometry } }: WriteLayer): Member[] {
  const base = name.replaceAll(/[\\/:*?"<>|\s]+/gu, '_') || 'layer';
  const found = TYPES.filter(({ type }) => geometry.type.includes(type));
  const all = Uint32Array.from({ length: geometry.count }, (_, index) => index);
  if (found.length <= 1) return [{ name: base, type: found[0]?.type ?? GeometryType.none, features: all }];
  return found.map(({ type, suffix }, position) => ({
    name: base + suffix,
    type,
    features: all.filter((index) => {
      const own = geometry.type[index];
      return own === type || (position === 0 && own === GeometryType.none);
    }),
  }));
}
