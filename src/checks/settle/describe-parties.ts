/** The zones that have a part in a conflict: who answers for them, how large they are, what speaks for them. */

import { buildEdgeBands } from '../../geo/edge-bands.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { measurePieces } from '../../geo/overlay.ts';
import { holdsPlace } from '../../geo/point-in-polygon.ts';
import type { ZoneKind } from '../../model/kinds.ts';
import { type FeatureRef, field, levelOf, nameOf, ownerOf, subjectOf } from '../check-input.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { type BorderEdge, borderMeters } from './border-lengths.ts';
import type { ConflictParty, ConflictRule } from './settle-types.ts';

export interface PartiesInput {
  readonly rule: ConflictRule;
  readonly kind: ZoneKind;
  readonly parties: readonly number[];
  readonly ground: MetricPolygons;
  readonly edges: readonly BorderEdge[];
  /** Inside the ground, in the metric frame. */
  readonly at: readonly [x: number, y: number];
}

const CONTACTS = ['code', 'owner', 'person', 'phone', 'leader'] as const;

/** In the order of `parties`. */
export function describeParties(workspace: FastWorkspace, input: PartiesInput): ConflictParty[] {
  const { rule, kind, parties, ground, edges } = input;
  const zones = workspace.zones[kind];
  const { areaSquareMeters } = measurePieces(ground);
  const matched = matchCodes(workspace, input);
  return parties.map((zone, party): ConflictParty => {
    const ref = zones.refs[zone]!;
    const whole = zones.layer.areas[zone]!;
    const isPart = rule === 'zone-overlap' || (rule === 'zone-escape' && party === 0);
    const matchedCode = matched[party];
    return {
      zone: subjectOf(ref),
      name: nameOf(ref),
      level: levelOf(ref),
      ...contactsOf(ref),
      areaSquareMeters: whole,
      shareFraction: isPart ? Math.min(1, areaSquareMeters / whole) : 0,
      borderMeters: borderMeters(edges, party, rule),
      sources: workspace.tallies.ofZone(kind, zone).sources,
      ...(matchedCode === undefined ? {} : { matchedCode }),
    };
  });
}

function contactsOf(ref: FeatureRef): Partial<Record<(typeof CONTACTS)[number], string>> {
  const known = CONTACTS.map((name) => [name, name === 'owner' ? ownerOf(ref) : field(ref, name)] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

/**
 * Statutory codes are nested: a grid's begins with its community's, that with its street's. Looked at
 * is the finest level around the place, above the zones themselves, whose code any of them shares.
 */
function matchCodes(workspace: FastWorkspace, { kind, parties, at }: PartiesInput): (string | undefined)[] {
  const zones = workspace.zones[kind];
  const ranks = parties.map((zone) => zones.traits[zone]!.rank);
  const coarser = Math.min(...ranks);
  const around: { rank: number; code: string }[] = [];
  zones.index.some(at[0], at[1], at[0], at[1], (zone) => {
    const code = codeOf(zones.refs[zone]!);
    const { rank } = zones.traits[zone]!;
    if (code && rank < coarser && holdsPlace(zones.layer, zones.bands, zone, at[0], at[1])) around.push({ rank, code });
    return false;
  });
  for (const { packed, ref } of workspace.layersOfKind('boundary')) {
    const bands = buildEdgeBands(packed);
    for (let feature = 0; feature < packed.count; feature++) {
      const code = packed.type[feature] ? codeOf(ref(feature)) : undefined;
      if (code && holdsPlace(packed, bands, feature, at[0], at[1])) around.push({ rank: -1, code });
    }
  }
  const codes = parties.map((zone) => codeOf(zones.refs[zone]!));
  for (const rank of [...new Set(around.map((place) => place.rank))].sort((a, b) => b - a)) {
    const here = around.filter((place) => place.rank === rank).map(({ code }) => code);
    const matched = codes.map((code) => here.find((place) => code?.startsWith(place)));
    if (matched.some((code) => code !== undefined)) return matched;
  }
  return parties.map(() => undefined);
}

/** Without the zeros that stand for all below it: 990107008000 is street 990107008. */
function codeOf(ref: FeatureRef): string | undefined {
  const code = field(ref, 'code');
  return code && /^\d{6,}$/.test(code) ? code.replace(/(000)+$/, '') : undefined;
}
