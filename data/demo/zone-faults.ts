/**
 * The faults that real ledgers have, planted where their size is known to the square millimetre:
 * borders redrawn by two offices, slivers, gaps, a containment, a triple claim, missing owners.
 * Everything that is not planted here is clean, so that a check must find exactly these.
 */
import { createRandom } from '../../src/core/random.ts';
import { type Dent, plantGap, plantOverlap } from './border-dents.ts';
import { grown, isGrid, type PlantedZoneFault, type Planting, subjectOf } from './fault-planting.ts';
import { plantEnclosedGap, plantTriple } from './junction-faults.ts';
import { plantPatrolGaps, plantPatrolOverlaps } from './patrol-faults.ts';
import { boxesMeet, boxOf, distanceToPath, isInside, type Point, roundPoint, signedArea } from './plane.ts';
import { type Arc, arcsByLeaf, areaOfPolygons, OUTSIDE, outlineOfLeaves } from './zone-arcs.ts';
import type { ZonePlan } from './zone-plan.ts';
import { GENERAL_DUTY, type PlannedZone } from './zone-records.ts';

export function plantZoneFaults(plan: ZonePlan, arcs: readonly Arc[], seed: number, times: number): PlantedZoneFault[] {
  const planting: Planting = {
    plan,
    arcs,
    random: createRandom(seed ^ 0x0fa17),
    usedArcs: new Set(),
    usedGround: [],
    usedPairs: new Set(),
    faults: [],
  };
  const repeat = (shapes: readonly Dent[], plant: (dent: Dent) => void) => {
    for (let i = 0; i < times; i++) for (const dent of shapes) plant(dent);
  };
  plantForgottenCorner(planting);
  repeat([{ depth: 90, length: 420, ramp: 60 }], (dent) =>
    plantOverlap(planting, dent, 'redrawn-by-two-streets', 'street'),
  );
  repeat(
    [
      { depth: 140, length: 330, ramp: 60 },
      { depth: 60, length: 380, ramp: 40 },
      { depth: 25, length: 260, ramp: 20 },
      { depth: 8, length: 320, ramp: 10 },
      { depth: 3, length: 180, ramp: 5 },
    ],
    (dent) => plantOverlap(planting, dent, 'redrawn-by-two-communities', 'grid'),
  );
  repeat(
    [
      { depth: 1.2, length: 320, ramp: 6 },
      { depth: 0.6, length: 240, ramp: 4 },
      { depth: 1.8, length: 150, ramp: 5 },
      { depth: 0.25, length: 300, ramp: 4 },
      { depth: 3.5, length: 6, ramp: 1.5 },
    ],
    (dent) => plantOverlap(planting, dent, 'sliver', 'grid'),
  );
  repeat([{ depth: 34, length: 300, ramp: 30 }], (dent) => plantGap(planting, dent, 'border-drawn-back'));
  repeat(
    [
      { depth: 1.5, length: 280, ramp: 6 },
      { depth: 0.8, length: 180, ramp: 4 },
      { depth: 0.3, length: 260, ramp: 4 },
      { depth: 4, length: 5.5, ramp: 1.2 },
    ],
    (dent) => plantGap(planting, dent, 'sliver'),
  );
  for (let i = 0; i < times; i++) plantTriple(planting);
  for (let i = 0; i < times; i++) plantEnclosedGap(planting);
  plantContainment(planting);
  plantOwnerless(planting);
  plantPatrolOverlaps(planting);
  plantPatrolGaps(planting);
  return mergeEscapes(planting.faults);
}

/** A zone that leaves its parent in several places is one fault with all of their area. */
function mergeEscapes(faults: readonly PlantedZoneFault[]): PlantedZoneFault[] {
  const merged: PlantedZoneFault[] = [];
  const at = new Map<string, number>();
  for (const fault of faults) {
    const key = fault.rule === 'zone-escape' ? fault.subjects.map(({ feature }) => feature).join('/') : undefined;
    const known = key === undefined ? undefined : at.get(key);
    if (known === undefined) {
      if (key !== undefined) at.set(key, merged.length);
      merged.push(fault);
      continue;
    }
    const first = merged[known]!;
    const areaSquareMeters = (first.areaSquareMeters ?? 0) + (fault.areaSquareMeters ?? 0);
    const kind = first.kind === fault.kind ? first.kind : `${first.kind}+${fault.kind}`;
    merged[known] = { ...first, kind, areaSquareMeters, isSliver: first.isSliver && fault.isSliver };
  }
  return merged;
}

/** A grid drawn by another office wholly inside an existing one. */
function plantContainment(planting: Planting): void {
  const { plan, usedGround, arcs } = planting;
  const byLeaf = arcsByLeaf(arcs);
  const hosts = plan.zoneOfLeaf.filter((zone) => isGrid(zone) && zone.overrides.size === 0);
  let best: { host: PlannedZone; at: Point; free: number } | undefined;
  for (const host of hosts) {
    if (host.leaves.size !== 1) continue;
    const outline = outlineOfLeaves(host.leaves, byLeaf)[0]![0]!;
    const [minX, minY, maxX, maxY] = boxOf(outline);
    const at: Point = [(minX + maxX) / 2, (minY + maxY) / 2];
    const free = Math.min(
      ...arcs
        .filter((arc) => boxesMeet(boxOf(arc.points), [minX, minY, maxX, maxY]))
        .map((arc) => distanceToPath(at, arc.points)),
    );
    if (free > 170 && outline.length > 4 && isInside(at, outline) && (!best || free > best.free))
      best = { host, at, free };
  }
  if (!best) throw new Error('planted faults: found no grid that could hold another, expected one');
  const { host, at } = best;
  const drawn = [
    [-120, -90],
    [110, -100],
    [125, 85],
    [20, 110],
    [-115, 95],
  ].map(([x, y]) => roundPoint([at[0] + x!, at[1] + y!]));
  usedGround.push(grown(boxOf(drawn), 30));
  const zone: PlannedZone = {
    ...host,
    id: 'G-9001',
    name: '循环经济产业园专属网格',
    code: `${host.code.slice(0, 12)}901`,
    owner: '云河循环经济产业园管委会',
    person: '网格员 901',
    phone: '0000-000-9001',
    leaves: new Set(),
    overrides: new Map(),
    holes: [],
    drawn,
  };
  const lastGrid = plan.zones.findLastIndex((candidate) => candidate.level === 'grid' && candidate.layer === 'zones');
  plan.zones.splice(lastGrid + 1, 0, zone);
  planting.faults.push({
    rule: 'zone-overlap',
    kind: 'containment',
    isSliver: false,
    subjects: [subjectOf(host), subjectOf(zone)],
    areaSquareMeters: signedArea(drawn),
    at,
  });
}

function plantForgottenCorner(planting: Planting): void {
  const { plan, arcs } = planting;
  const leaf = plan.forgottenLeaf;
  const around = arcs.filter((arc) => arc.left === leaf || arc.right === leaf);
  if (around.length === 0) return;
  for (const arc of around) planting.usedArcs.add(arc.id);
  const area = areaOfPolygons(outlineOfLeaves(new Set([leaf]), arcsByLeaf(arcs)));
  const neighbors = new Set(
    around.map((arc) => (arc.left === leaf ? arc.right : arc.left)).filter((other) => other !== OUTSIDE),
  );
  planting.faults.push({
    rule: 'zone-gap',
    kind: 'forgotten-corner',
    isSliver: false,
    layerKind: 'responsibilityZone',
    subjects: [...neighbors].map((other) => subjectOf(plan.zoneOfLeaf[other]!)),
    areaSquareMeters: area,
    at: around[0]!.points[0]!,
  });
  planting.usedGround.push(grown(boxOf(around.flatMap((arc) => arc.points)), 30));
}

function plantOwnerless(planting: Planting): void {
  const grids = planting.plan.zoneOfLeaf.filter(
    (zone) => isGrid(zone) && zone.overrides.size === 0 && zone.duty === GENERAL_DUTY,
  );
  const at = (part: number) => grids[Math.floor(grids.length * part)]!;
  const cases: [PlannedZone, ('owner' | 'person')[]][] = [
    [at(0.18), ['owner']],
    [at(0.44), ['person']],
    [at(0.71), ['owner', 'person']],
    [planting.plan.communities[Math.floor(planting.plan.communities.length * 0.6)]!, ['person']],
  ];
  for (const [zone, missing] of cases) {
    if (missing.includes('owner')) zone.owner = undefined;
    if (missing.includes('person')) {
      zone.person = undefined;
      zone.phone = undefined;
    }
    planting.faults.push({
      rule: 'zone-ownerless',
      kind: 'ownerless',
      isSliver: false,
      subjects: [subjectOf(zone)],
      missing,
    });
  }
}
