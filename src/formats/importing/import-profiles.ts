/** Mappings remembered from earlier imports: which one fits a file, and what is kept of a decision. */
import type { FeatureBatch } from '../../model/feature-batch.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { ImportProfile, LayerChoices } from './import-types.ts';

/** A ledger may gain or lose a column from one month to the next. */
const LEAST_COMMON = 0.8;
const MAX_PROFILES = 60;

/** The one whose columns are most alike, if all that it maps are there; of equals the newest, which stands first. */
export function findProfile(profiles: readonly ImportProfile[], batch: FeatureBatch): ImportProfile | undefined {
  const names = new Set(batch.columns.keys());
  let best: { profile: ImportProfile; likeness: number } | undefined;
  for (const profile of profiles) {
    if (Object.values(profile.fields).some((column) => !names.has(column))) continue;
    const common = profile.columns.filter((column) => names.has(column)).length;
    const likeness = common / Math.max(1, new Set([...names, ...profile.columns]).size);
    if (likeness >= LEAST_COMMON && likeness > (best?.likeness ?? 0)) best = { profile, likeness };
  }
  return best?.profile;
}

/** Names that earlier imports of a kind took for each field: what one office's ledger taught helps with the next one's. */
export function learnedNames(profiles: readonly ImportProfile[], kind: LayerKind): Record<string, string[]> {
  const learned: Record<string, string[]> = {};
  for (const profile of profiles) {
    if (profile.kind !== kind) continue;
    for (const [field, column] of Object.entries(profile.fields)) {
      if (!Object.hasOwn(learned, field)) learned[field] = [];
      if (!learned[field]!.includes(column)) learned[field]!.push(column);
    }
  }
  return learned;
}

/** The newest first; one of the same name and columns gives way. */
export function rememberProfile(
  profiles: readonly ImportProfile[],
  name: string,
  columns: readonly string[],
  { kind, reading, fields, units }: LayerChoices,
): readonly ImportProfile[] {
  const profile: ImportProfile = { name, columns: columns.toSorted(), kind, reading, fields, units };
  const isSame = (other: ImportProfile) =>
    other.name === name && other.columns.join('\n') === profile.columns.join('\n');
  return [profile, ...profiles.filter((other) => !isSame(other))].slice(0, MAX_PROFILES);
}
