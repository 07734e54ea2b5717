/** Writes small OpenStreetMap PBF files for tests: dense nodes, ways and relations, packed or not. Source: osmformat.proto. */
import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';

type Tags = Readonly<Record<string, string>>;
export interface MadeNode {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly tags?: Tags;
}
export interface MadeWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Tags;
  /** Longitude and latitude of each node, written beside the ids. */
  readonly positions?: readonly (readonly [number, number])[];
}
export interface MadeRelation {
  readonly id: number;
  readonly members: readonly { readonly type: 0 | 1 | 2; readonly ref: number; readonly role: string }[];
  readonly tags?: Tags;
}
export interface MadeBlock {
  readonly nodes?: readonly MadeNode[];
  readonly ways?: readonly MadeWay[];
  readonly relations?: readonly MadeRelation[];
  /** Nodes one by one instead of dense. */
  readonly plainNodes?: boolean;
  /** Nanodegrees. */
  readonly granularity?: number;
  readonly offset?: number;
}

const differences = (numbers: readonly number[]): number[] =>
  numbers.map((value, at) => value - (numbers[at - 1] ?? 0));

function message(write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish();
}

/** The block as it is before packing. */
export function primitiveBlock(block: MadeBlock): Uint8Array {
  const { nodes = [], ways = [], relations = [], plainNodes = false, granularity = 100, offset = 0 } = block;
  const strings = new Map<string, number>([['', 0]]);
  const codeOf = (text: string): number => {
    const code = strings.get(text) ?? strings.size;
    strings.set(text, code);
    return code;
  };
  const units = (degrees: number): number => Math.round((degrees * 1e9 - offset) / granularity);
  const writeTags = (pbf: PbfWriter, tags: Tags): void => {
    pbf.writePackedVarint(2, Object.keys(tags).map(codeOf));
    pbf.writePackedVarint(3, Object.values(tags).map(codeOf));
  };
  const dense = (pbf: PbfWriter): void => {
    pbf.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
    pbf.writePackedSVarint(8, differences(nodes.map(({ y }) => units(y))));
    pbf.writePackedSVarint(9, differences(nodes.map(({ x }) => units(x))));
    const hasTags = nodes.some(({ tags }) => tags);
    const tagsOf = ({ tags = {} }: MadeNode) => [...Object.entries(tags).flat().map(codeOf), 0];
    if (hasTags) pbf.writePackedVarint(10, nodes.flatMap(tagsOf));
  };
  const group = message((pbf) => {
    if (nodes.length > 0 && !plainNodes) pbf.writeBytesField(2, message(dense));
    for (const { id, x, y, tags } of plainNodes ? nodes : []) {
      const node = message((inner) => {
        inner.writeSVarintField(1, id);
        if (tags) writeTags(inner, tags);
        inner.writeSVarintField(8, units(y));
        inner.writeSVarintField(9, units(x));
      });
      pbf.writeBytesField(1, node);
    }
    for (const { id, refs, tags, positions } of ways) {
      const way = message((inner) => {
        inner.writeVarintField(1, id);
        if (tags) writeTags(inner, tags);
        inner.writePackedSVarint(8, differences(refs));
        if (!positions) return;
        inner.writePackedSVarint(9, differences(positions.map(([, y]) => units(y))));
        inner.writePackedSVarint(10, differences(positions.map(([x]) => units(x))));
      });
      pbf.writeBytesField(3, way);
    }
    for (const { id, members, tags } of relations) {
      const relation = message((inner) => {
        inner.writeVarintField(1, id);
        if (tags) writeTags(inner, tags);
        inner.writePackedVarint(
          8,
          members.map(({ role }) => codeOf(role)),
        );
        inner.writePackedSVarint(9, differences(members.map(({ ref }) => ref)));
        inner.writePackedVarint(
          10,
          members.map(({ type }) => type),
        );
      });
      pbf.writeBytesField(4, relation);
    }
  });
  return message((pbf) => {
    const table = message((inner) => {
      for (const text of strings.keys()) inner.writeStringField(1, text);
    });
    pbf.writeBytesField(1, table);
    pbf.writeBytesField(2, group);
    pbf.writeVarintField(17, granularity);
    if (offset !== 0) {
      pbf.writeVarintField(19, offset);
      pbf.writeVarintField(20, offset);
    }
  });
}

export const headerBlock = (features: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes']): Uint8Array =>
  message((pbf) => {
    for (const feature of features) pbf.writeStringField(4, feature);
  });

/** One blob with its header; `statedSize` instead of its true one, `field` for the packing: 1 raw, 3 zlib, 4 to 7 others. */
export function blobOf(type: string, block: Uint8Array, field = 3, statedSize = block.length): Uint8Array {
  const blob = message((pbf) => {
    if (field !== 1) pbf.writeVarintField(2, statedSize);
    pbf.writeBytesField(field, field === 3 ? zlibSync(block) : block);
  });
  const header = message((pbf) => {
    pbf.writeStringField(1, type);
    pbf.writeVarintField(3, blob.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return joined([length, header, blob]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const pbfOf = (...blocks: readonly MadeBlock[]): Uint8Array<ArrayBuffer> =>
  joined([blobOf('OSMHeader', headerBlock()), ...blocks.map((block) => blobOf('OSMData', primitiveBlock(block)))]);
