/**
 * One block of a PBF file: up to 8,000 elements that share a table of strings. Read straight from its
 * bytes: nodes as three numbers each, no object but those that the visitor keeps.
 * Source: osmformat.proto of OSM-binary.
 */
import { PbfReader } from 'pbf';
import type { MemberType, OsmCounts, OsmMember, OsmVisitor } from '../osm-source.ts';
import { MAX_TAGS, NO_TAGS, type OsmTags } from '../osm-tags.ts';

/** Fields of a PrimitiveGroup. */
const GROUP = { nodes: 1, dense: 2, ways: 3, relations: 4 } as const;
const MEMBER_TYPES: readonly MemberType[] = ['node', 'way', 'relation'];
const DEGREES = 1e9;
/** Writers put 8,000 elements into a block; a way has at most 2,000 nodes. Far more is there to do harm. */
const MAX_ELEMENTS = 1 << 20;
const MAX_STRINGS = 1 << 21;
const MAX_WAY_NODES = 1 << 20;

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Block {
  readonly bytes: Uint8Array;
  readonly strings: string[];
  readonly groups: Range[];
  /** Nanodegrees. */
  granularity: number;
  longitudeOffset: number;
  latitudeOffset: number;
}

/** Gives what the visitor asks for, counts everything. Throws where the bytes are no such block; what came before has been given. O(bytes). */
export function readPrimitiveBlock(bytes: Uint8Array, visitor: OsmVisitor, counts: OsmCounts): void {
  const block: Block = { bytes, strings: [], groups: [], granularity: 100, longitudeOffset: 0, latitudeOffset: 0 };
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) pbf.readMessage(readStringField, into.strings);
    else if (field === 2) into.groups.push(takeRange(pbf));
    else if (field === 17) into.granularity = pbf.readVarint();
    else if (field === 19) into.latitudeOffset = pbf.readVarint(true);
    else if (field === 20) into.longitudeOffset = pbf.readVarint(true);
  }, block);
  for (const group of block.groups) readGroup(block, group, visitor, counts);
}

function readStringField(field: number, strings: string[], pbf: PbfReader): void {
  if (field === 1) strings.push(pbf.readString());
  requireAtMost(MAX_STRINGS, strings.length, 'strings');
}

function requireAtMost(limit: number, found: number, what: string): void {
  if (found > limit) throw new RangeError(`found ${found} ${what}, expected at most ${limit}`);
}

/** A message to be read later: nothing before the block's end says how its numbers are to be taken. */
function takeRange(pbf: PbfReader): Range {
  const length = pbf.readVarint();
  const range = { start: pbf.pos, end: pbf.pos + length };
  if (range.end > pbf.length)
    throw new RangeError(`found a message of ${length} bytes at ${range.start} of ${pbf.length}`);
  pbf.pos = range.end;
  return range;
}

function readerAt({ bytes }: Block, { start, end }: Range): PbfReader {
  return new PbfReader(bytes.subarray(start, end));
}

function readGroup(block: Block, group: Range, visitor: OsmVisitor, counts: OsmCounts): void {
  let elements = 0;
  readerAt(block, group).readFields((field, _, pbf) => {
    requireAtMost(MAX_ELEMENTS, ++elements, 'elements in a block');
    if (field < GROUP.nodes || field > GROUP.relations) return;
    const range = takeRange(pbf);
    const message = new PbfReader(pbf.buf.subarray(range.start, range.end));
    if (field === GROUP.dense) readDenseNodes(block, message, visitor, counts);
    else if (field === GROUP.nodes) readNode(block, message, visitor, counts);
    else if (field === GROUP.ways) readWay(block, message, visitor, counts);
    else readRelation(block, message, visitor, counts);
  }, undefined);
}

const degreesOf = (block: Block, offset: number, value: number): number =>
  (offset + block.granularity * value) / DEGREES;

/** The packed numbers of one field, to be read one at a time and beside those of others. */
class Packed {
  readonly pbf: PbfReader;

  constructor(bytes: Uint8Array | undefined) {
    this.pbf = new PbfReader(bytes ?? new Uint8Array(0));
  }

  get isDone(): boolean {
    return this.pbf.pos >= this.pbf.length;
  }
}

/** The bytes of fields that hold packed numbers, by field; others are passed over. */
function packedFields(message: PbfReader): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  message.readFields((field, into, pbf) => {
    // Wire type 2: bytes.
    if (pbf.type === 2) into.set(field, pbf.readBytes());
  }, found);
  return found;
}

/** The last byte of each number is the only one below 128. */
function countPacked(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 0x80) count++;
  return count;
}

function readDenseNodes(block: Block, message: PbfReader, visitor: OsmVisitor, counts: OsmCounts): void {
  const fields = packedFields(message);
  const ids = new Packed(fields.get(1));
  const count = countPacked(ids.pbf.buf);
  requireAtMost(MAX_ELEMENTS, count, 'elements in a block');
  if (!('node' in visitor)) {
    counts.nodes += count;
    return;
  }
  const [latitudes, longitudes, tags] = [fields.get(8), fields.get(9), fields.get(10)].map(
    (bytes) => new Packed(bytes),
  );
  let [id, latitude, longitude] = [0, 0, 0];
  while (!ids.isDone) {
    id += ids.pbf.readSVarint();
    latitude += latitudes!.pbf.readSVarint();
    longitude += longitudes!.pbf.readSVarint();
    counts.nodes++;
    const x = degreesOf(block, block.longitudeOffset, longitude);
    visitor.node(id, x, degreesOf(block, block.latitudeOffset, latitude), readDenseTags(block, tags!));
  }
}

/** Key, value, key, value, 0 for each node; nothing at all where no node has tags. */
function readDenseTags({ strings }: Block, { pbf }: Packed): OsmTags {
  let tags: string[] | undefined;
  while (pbf.pos < pbf.length) {
    const key = pbf.readVarint();
    if (key === 0) break;
    tags ??= [];
    requireAtMost(MAX_TAGS, tags.length / 2 + 1, 'tags');
    tags.push(strings[key] ?? '', strings[pbf.readVarint()] ?? '');
  }
  return tags ?? NO_TAGS;
}

interface Element {
  id: number;
  keys: number[];
  values: number[];
}

function tagsOf({ strings }: Block, { keys, values }: Element): OsmTags {
  if (keys.length === 0) return NO_TAGS;
  requireAtMost(MAX_TAGS, keys.length, 'tags');
  return keys.flatMap((key, at) => [strings[key] ?? '', strings[values[at]!] ?? '']);
}

function readNode(block: Block, message: PbfReader, visitor: OsmVisitor, counts: OsmCounts): void {
  counts.nodes++;
  if (!('node' in visitor)) return;
  const node = { id: 0, keys: [] as number[], values: [] as number[], latitude: Number.NaN, longitude: Number.NaN };
  message.readFields((field, into, pbf) => {
    if (field === 1) into.id = pbf.readSVarint();
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) into.latitude = degreesOf(block, block.latitudeOffset, pbf.readSVarint());
    else if (field === 9) into.longitude = degreesOf(block, block.longitudeOffset, pbf.readSVarint());
  }, node);
  visitor.node(node.id, node.longitude, node.latitude, tagsOf(block, node));
}

function readWay(block: Block, message: PbfReader, visitor: OsmVisitor, counts: OsmCounts): void {
  counts.ways++;
  if (!('way' in visitor)) return;
  const way = { id: 0, keys: [], values: [], refs: [], latitudes: [], longitudes: [] } as Element &
    Record<'refs' | 'latitudes' | 'longitudes', number[]>;
  message.readFields((field, into, pbf) => {
    if (field === 1) into.id = pbf.readVarint(true);
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) readDifferences(pbf, into.refs);
    else if (field === 9) readDifferences(pbf, into.latitudes);
    else if (field === 10) readDifferences(pbf, into.longitudes);
  }, way);
  const { id, refs, latitudes, longitudes } = way;
  const tags = tagsOf(block, way);
  // "LocationsOnWays": positions stand beside the ids, and the nodes may be left out.
  if (latitudes.length !== refs.length || longitudes.length !== refs.length) visitor.way({ id, tags, refs });
  else {
    const positions = latitudes.flatMap((latitude, at) => [
      degreesOf(block, block.longitudeOffset, longitudes[at]!),
      degreesOf(block, block.latitudeOffset, latitude),
    ]);
    visitor.way({ id, tags, refs, positions });
  }
}

function readRelation(block: Block, message: PbfReader, visitor: OsmVisitor, counts: OsmCounts): void {
  counts.relations++;
  if (!('relation' in visitor)) return;
  const relation = { id: 0, keys: [], values: [], roles: [], refs: [], types: [] } as Element &
    Record<'roles' | 'refs' | 'types', number[]>;
  message.readFields((field, into, pbf) => {
    if (field === 1) into.id = pbf.readVarint(true);
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) pbf.readPackedVarint(into.roles);
    else if (field === 9) readDifferences(pbf, into.refs);
    else if (field === 10) pbf.readPackedVarint(into.types);
  }, relation);
  const members = relation.refs.map((ref, at): OsmMember => {
    const type = MEMBER_TYPES[relation.types[at] ?? -1];
    if (!type) throw new RangeError(`found a member of type ${relation.types[at]}, expected 0 to 2`);
    return { type, ref, role: block.strings[relation.roles[at] ?? 0] ?? '' };
  });
  visitor.relation({ id: relation.id, tags: tagsOf(block, relation), members });
}

/** Packed differences as values. */
function readDifferences(pbf: PbfReader, values: number[]): void {
  const { pos } = pbf;
  requireAtMost(MAX_WAY_NODES, countPacked(pbf.readBytes()), 'nodes or members');
  pbf.pos = pos;
  pbf.readPackedSVarint(values);
  for (let at = 1; at < values.length; at++) values[at]! += values[at - 1]!;
}
