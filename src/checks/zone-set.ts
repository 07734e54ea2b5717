/**
 * All zones of one kind with their ground and their traits: level, duty, names, which are leaves.
 * Numbers are those of `feature-numbers.ts`. An edit is taken in with `updateZones`.
 */

import type { Subject } from '../core/subject.ts';
import { type Box, boxOf } from '../geo/box.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createRelater, Relation } from '../geo/relate.ts';
import type { ZoneKind } from '../model/kinds.ts';
import { type FeatureRef, subjectOf } from './check-input.ts';
import { type FeatureNumbers, numberFeatures } from './feature-numbers.ts';
import { createLeafFinder, type LeafFinder, type ZoneTraits, zoneTraits } from './leaf-zones.ts';
import type { PreparedLayer } from './prepare.ts';
import type { Touch } from './touch.ts';
import {
  type BareGround,
  buildBareGround,
  buildZoneGround,
  NO_AREA_SQUARE_METERS,
  searchZones,
  updateBareGround,
  updateLeaf,
  type ZoneGround,
} from './zone-ground.ts';

export { NO_AREA_SQUARE_METERS, searchZones };

export interface ZoneSet extends ZoneGround {
  readonly kind: ZoneKind;
  readonly numbers: FeatureNumbers;
  readonly refs: readonly FeatureRef[];
  readonly subjects: readonly Subject[];
  readonly traits: readonly ZoneTraits[];
  readonly leafFinder: LeafFinder;
  readonly bare: BareGround;
  /** Whether more than half of the fine one's own area lies in the coarse one. */
  holdsMost(coarse: number, fine: number): boolean;
  /** Zones whose box touches that of zone i, without i, ascending. */
  around(zone: number): number[];
}

/** O(n log n) for the index, and the areas of zones in coarser ones. */
export function buildZoneSet(kind: ZoneKind, layers: readonly PreparedLayer[]): ZoneSet {
  const numbers = numberFeatures(layers);
  const bare = buildBareGround(numbers.packed);
  const refs: FeatureRef[] = [];
  const subjects: Subject[] = [];
  const traits: ZoneTraits[] = [];
  const read = (zone: number) => readZone(numbers, zone, refs, subjects, traits);
  for (let zone = 0; zone < bare.layer.count; zone++) read(zone);
  const holdsMost = createHoldsMost(bare);
  const leafFinder = createLeafFinder(traits, bare.around, holdsMost);
  const isLeaf = Uint8Array.from({ length: bare.layer.count }, (_, zone) => Number(mayBeLeaf(bare, leafFinder, zone)));
  const ground = buildZoneGround(bare, isLeaf);
  return Object.assign(ground, {
    kind,
    numbers,
    refs,
    subjects,
    traits,
    leafFinder,
    bare,
    holdsMost,
    around: bare.around,
  });
}

function mayBeLeaf({ layer }: BareGround, leafFinder: LeafFinder, zone: number): boolean {
  return layer.type[zone] === GeometryType.polygon && leafFinder.isLeaf(zone);
}

/** What stands for a number that is kept free, or whose zone was deleted: it has no ground and is never asked. */
const NO_SUBJECT: Subject = { layer: '', feature: '' };
const NO_TRAITS: ZoneTraits = { rank: 0, level: '', duty: '', names: [], parent: undefined };

function readZone(
  numbers: FeatureNumbers,
  zone: number,
  refs: FeatureRef[],
  subjects: Subject[],
  traits: ZoneTraits[],
): void {
  const ref = numbers.ref(zone);
  const hasGround = ref !== undefined && numbers.packed.type[zone] !== GeometryType.none;
  refs[zone] = ref as FeatureRef;
  traits[zone] = hasGround ? zoneTraits(ref) : NO_TRAITS;
  // A zone keeps its subject object for good: counts are kept under it.
  if (!hasGround) subjects[zone] ??= NO_SUBJECT;
  else if (subjects[zone] === undefined || subjects[zone] === NO_SUBJECT) subjects[zone] = subjectOf(ref);
}

/** Most fine zones lie wholly inside or outside, which costs no area. */
function createHoldsMost(bare: BareGround) {
  const relater = createRelater();
  return (coarse: number, fine: number): boolean => {
    const { layer } = bare;
    const relation = relater.relate(layer, fine, bare, coarse);
    if (relation !== Relation.crosses) return relation === Relation.inside;
    return bare.shared.measure(coarse, fine) > layer.areas[fine]! / 2;
  };
}

/**
 * Takes in edited zones whose packed geometry is in place already. Answers all zones that the rules
 * must look at again: the edited ones, and those that became leaves or ceased to be some.
 * `related` are those whose place among the others may have changed. O(edited zones × zones and cells around them).
 */
export function updateZones(
  zones: ZoneSet,
  edited: ReadonlyMap<number, Touch>,
): { touched: Map<number, Touch>; related: Set<number> } {
  const { bare, leafFinder } = zones;
  const live = zones as ZoneSet & { refs: FeatureRef[]; subjects: Subject[]; traits: ZoneTraits[] };
  const touched = new Map(edited);
  const related = new Set(edited.keys());
  for (const zone of edited.keys()) for (const other of leafFinder.relatedTo(zone)) related.add(other);
  const sharedBefore = new Map([...edited.keys()].map((zone) => [zone, bare.shared.known(zone)]));
  for (const zone of edited.keys()) {
    leafFinder.forget(zone);
    updateBareGround(bare, zone);
    readZone(zones.numbers, zone, live.refs, live.subjects, live.traits);
    leafFinder.learn(zone);
  }
  for (const zone of edited.keys()) for (const other of leafFinder.relatedTo(zone)) related.add(other);
  for (const { before, after } of edited.values()) {
    for (const box of [before, after]) {
      if (!box) continue;
      for (const other of zonesIn(zones, box)) related.add(other);
      zones.raster.repaint(...box);
    }
  }
  for (const zone of related) {
    const isLeaf = mayBeLeaf(bare, leafFinder, zone);
    const was = zones.isLeaf[zone] === 1;
    if (edited.has(zone) || isLeaf !== was) updateLeaf(zones, zone, isLeaf);
    if (isLeaf === was) continue;
    const box = boxOf(zones.layer, zone);
    const own = touched.get(zone) ?? { before: box, after: box, renamed: false };
    // What it covers is another matter now, wherever its border runs.
    touched.set(zone, { ...own, changed: undefined });
  }
  for (const [zone, shared] of sharedBefore) {
    // Whether two zones overlap at all decides how sources that lie across both are measured, everywhere.
    const flips = [...shared].some(([other, area]) => isGround(area) !== isGround(bare.shared.measure(zone, other)));
    const own = touched.get(zone);
    if (flips && own) touched.set(zone, { ...own, changed: undefined });
  }
  return { touched, related };
}

const isGround = (areaSquareMeters: number) => areaSquareMeters > NO_AREA_SQUARE_METERS;

function zonesIn({ index }: ZoneSet, box: Box): number[] {
  const found: number[] = [];
  index.some(...box, (zone) => {
    found.push(zone);
    return false;
  });
  return found;
}
