/**
 * Builds OSM elements from the tags of XML as they open and close, and gives each whole one to a visitor.
 * Knows the forms in use: of the API, of Overpass (positions within ways and relations), of JOSM.
 */
import type { MemberType, OsmCounts, OsmMember, OsmVisitor } from '../osm-source.ts';
import { MAX_TAGS } from '../osm-tags.ts';

type Attributes = Readonly<Record<string, string>>;

const COUNT_OF = { node: 'nodes', way: 'ways', relation: 'relations' } as const;
const ELEMENTS: ReadonlySet<string> = new Set(['node', 'way', 'relation']);

export interface ElementReader {
  /** `depth` is 0 for the root. */
  open(name: string, attributes: Attributes, depth: number): void;
  close(depth: number): void;
}

interface OpenElement {
  readonly type: MemberType;
  readonly id: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly tags: string[];
  readonly refs: number[];
  readonly members: OpenMember[];
  /** Of a way whose nodes have positions. */
  positions: number[] | undefined;
}
interface OpenMember extends OsmMember {
  positions?: number[];
}

/** Elements that cannot be used and those marked as deleted are counted, and given to nobody. */
export function createElementReader(visitor: OsmVisitor, counts: OsmCounts): ElementReader {
  const wantsNodes = 'node' in visitor;
  let current: OpenElement | undefined;

  function begin(type: MemberType, attributes: Attributes): void {
    current = undefined;
    if (attributes.action === 'delete' || attributes.visible === 'false') counts.deleted++;
    else {
      const id = toId(attributes.id);
      if (Number.isNaN(id)) counts.broken++;
      else counts[COUNT_OF[type]]++;
      if (Number.isNaN(id) || (type === 'node') !== wantsNodes) return;
      const [longitude, latitude] = [toDegrees(attributes.lon), toDegrees(attributes.lat)];
      current = { type, id, longitude, latitude, tags: [], refs: [], members: [], positions: undefined };
    }
  }

  /** `<nd>` of a way, or of a way written out within a relation. */
  function addPosition(element: OpenElement, attributes: Attributes): void {
    const member = element.type === 'relation' ? element.members.at(-1) : undefined;
    const hasPosition = attributes.lat !== undefined && attributes.lon !== undefined;
    const position = hasPosition ? [toDegrees(attributes.lon), toDegrees(attributes.lat)] : [Number.NaN, Number.NaN];
    if (member) {
      member.positions ??= [];
      member.positions.push(...position);
      return;
    }
    if (hasPosition) element.positions ??= new Array<number>(2 * element.refs.length).fill(Number.NaN);
    element.positions?.push(...position);
    element.refs.push(toId(attributes.ref));
  }

  function finish(element: OpenElement): void {
    const { id, tags, refs, members, positions } = element;
    if (tags.length > 2 * MAX_TAGS) {
      counts[COUNT_OF[element.type]]--;
      counts.broken++;
    } else if ('node' in visitor) visitor.node(id, element.longitude, element.latitude, tags);
    else if (element.type === 'way') visitor.way(positions ? { id, tags, refs, positions } : { id, tags, refs });
    else visitor.relation({ id, tags, members });
  }

  return {
    open(name, attributes, depth) {
      if (depth === 1) {
        if (ELEMENTS.has(name)) begin(name as MemberType, attributes);
        return;
      }
      if (!current) return;
      if (name === 'nd') addPosition(current, attributes);
      else if (name === 'tag') {
        if (current.tags.length <= 2 * MAX_TAGS) current.tags.push(attributes.k ?? '', attributes.v ?? '');
      } else if (name === 'member') {
        const { type = '', role = '' } = attributes;
        if (ELEMENTS.has(type)) current.members.push({ type: type as MemberType, ref: toId(attributes.ref), role });
      }
    },
    close(depth) {
      if (depth !== 1 || !current) return;
      finish(current);
      current = undefined;
    },
  };
}

const toId = (text: string | undefined): number => {
  const id = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isSafeInteger(id) ? id : Number.NaN;
};

const toDegrees = (text: string | undefined): number => {
  const degrees = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(degrees) ? degrees : Number.NaN;
};
