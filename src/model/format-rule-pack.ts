/** A rule pack as the bytes of a file: what acts, and nothing that only serves going back. */
import type { RulePack, Threshold } from './rule-pack.ts';

/** What is unconfirmed acts nowhere and is left to the default under which the file is read. */
export function formatRulePack(pack: RulePack): Uint8Array<ArrayBuffer> {
  const acting = Object.values(pack.thresholds).flatMap((threshold) => {
    const acts = actingOf(threshold);
    if (!acts) return [];
    const { replaces: _, ...written } = acts;
    return [[written.id, written] as const];
  });
  const content = { format: 'chentu-rule-pack', ...pack, thresholds: Object.fromEntries(acting) };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

function actingOf(threshold: Threshold | undefined): Threshold | undefined {
  return threshold?.tag === 'unconfirmed' ? actingOf(threshold.instead) : threshold;
}
