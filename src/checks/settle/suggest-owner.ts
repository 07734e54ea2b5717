/**
 * Who should have ground that several zones claim, or none: by code, then by the longest border, then
 * by sources, then by area. Before all that stands a zone that has no other ground: taken from it, the
 * zone would be gone. Pure and deterministic; the first of equals is the first in the ledger.
 */
import type { ConflictParty, OwnerSuggestion } from './settle-types.ts';

type Measure = 'borderMeters' | 'sources' | 'areaSquareMeters';

/** What differs by less is equal, in each measure's unit. */
const CRITERIA: readonly { reason: 'border' | 'sources' | 'area'; measure: Measure; slack: number }[] = [
  { reason: 'border', measure: 'borderMeters', slack: 0.01 },
  { reason: 'sources', measure: 'sources', slack: 0 },
  { reason: 'area', measure: 'areaSquareMeters', slack: 0.01 },
];

/** All of a zone but for what corners on the grid make of it. */
const WHOLE_FRACTION = 1 - 1e-6;

/** Undefined for no parties. */
export function suggestOwner(parties: readonly ConflictParty[]): OwnerSuggestion | undefined {
  const [first] = parties;
  if (!first) return undefined;
  if (parties.length === 1) return { zone: first.zone, reason: 'border', params: paramsOf(first, 'borderMeters') };
  const nested = parties.filter(({ shareFraction }) => shareFraction > WHOLE_FRACTION);
  const [inner] = nested;
  if (inner && nested.length === 1) return { zone: inner.zone, reason: 'whole', params: { name: inner.name } };
  const matched = parties.filter(({ matchedCode }) => matchedCode !== undefined);
  const [byCode] = matched;
  if (byCode && matched.length === 1) {
    return { zone: byCode.zone, reason: 'code', params: { name: byCode.name, code: byCode.matchedCode ?? null } };
  }
  let rivals = matched.length > 0 ? matched : parties;
  for (const { reason, measure, slack } of CRITERIA) {
    const most = Math.max(...rivals.map((party) => party[measure]));
    const leading = rivals.filter((party) => party[measure] >= most - slack);
    const [winner] = leading;
    if (winner && leading.length === 1) {
      const second = Math.max(...rivals.filter((party) => party !== winner).map((party) => party[measure]));
      return { zone: winner.zone, reason, params: paramsOf(winner, measure, second) };
    }
    rivals = leading;
  }
  const [winner = first] = rivals;
  return { zone: winner.zone, reason: 'order', params: { name: winner.name } };
}

const PARAMS: Readonly<Record<Measure, readonly [own: string, other: string]>> = {
  borderMeters: ['ownMeters', 'otherMeters'],
  sources: ['ownCount', 'otherCount'],
  areaSquareMeters: ['ownSquareMeters', 'otherSquareMeters'],
};

function paramsOf(party: ConflictParty, measure: Measure, other = 0): OwnerSuggestion['params'] {
  const [own, second] = PARAMS[measure];
  return { name: party.name, [own]: party[measure], [second]: other };
}
