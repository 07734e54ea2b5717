/** Fixes as people make them, one after the other: any that a finding about zones allows, and all slivers at once. */
import type { Session } from '../../src/checks/session.ts';
import { acceptFinding, reopenFinding } from '../../src/checks/settle/accept-finding.ts';
import type { FixPlan, FixRequest } from '../../src/checks/settle/settle-types.ts';
import type { Random } from '../../src/core/random.ts';
import { ok, type Result } from '../../src/core/result.ts';
import type { Finding } from '../../src/model/findings.ts';
import type { LonLat } from '../../src/model/lon-lat.ts';
import type { Patch } from '../../src/model/patch.ts';

export const FIX_NAMES = [
  'clip',
  'split',
  'splitByLine',
  'merge',
  'extend',
  'joint',
  'exception',
  'reopen',
  'slivers',
] as const;
export type FixName = (typeof FIX_NAMES)[number];

/** What a fix would do. */
export interface RandomFix {
  readonly patch: Patch;
  /** Whose conflict is to be settled by the ground that moves; none for words alone and for slivers. */
  readonly finding?: Finding;
  readonly plan?: FixPlan;
}

/** An edit, a refusal in words, or undefined where no finding takes a fix of that name. */
export async function randomFix(
  name: FixName,
  session: Session,
  random: Random,
): Promise<Result<RandomFix> | undefined> {
  const { findings } = session.check;
  const pick = (...rules: readonly string[]): Finding | undefined => {
    const fitting = findings.filter(({ rule }) => rules.includes(rule));
    return fitting.length > 0 ? random.pick(fitting) : undefined;
  };
  const plan = async (finding: Finding | undefined, request: FixRequest | undefined | false) => {
    if (!finding || !request) return undefined;
    const planned = await session.planFix(request);
    return planned.ok ? ok({ patch: planned.value.patch, finding, plan: planned.value }) : planned;
  };
  const accepted = (kind: 'joint' | 'exception') => {
    const finding = pick('zone-overlap', 'zone-gap', 'zone-escape');
    const words = { kind, reason: '核实', by: '张', when: '2026-11-23' };
    return finding && asFix(acceptFinding(session.document, finding, words));
  };
  switch (name) {
    case 'clip': {
      const finding = pick('zone-overlap', 'zone-escape');
      const from = finding && (finding.rule === 'zone-escape' ? finding.subjects[0] : random.pick(finding.subjects));
      return plan(finding, finding && from && { fix: 'clip', finding: finding.id, from });
    }
    case 'split': {
      const finding = pick('zone-overlap');
      return plan(finding, finding !== undefined && { fix: 'split', finding: finding.id });
    }
    case 'splitByLine': {
      const finding = pick('zone-overlap');
      const line = finding && lineAcross(finding, random);
      return plan(finding, finding && line && { fix: 'split', finding: finding.id, line });
    }
    case 'merge': {
      const finding = pick('zone-gap');
      const into = finding && finding.subjects.length > 0 ? random.pick(finding.subjects) : undefined;
      return plan(finding, finding && into && { fix: 'merge', finding: finding.id, into });
    }
    case 'extend': {
      const finding = pick('zone-escape');
      return plan(finding, finding !== undefined && { fix: 'extend', finding: finding.id });
    }
    case 'joint':
    case 'exception':
      return accepted(name);
    case 'reopen': {
      const settled = findings.filter(({ status }) => status !== 'open');
      return settled.length > 0 ? asFix(reopenFinding(session.document, random.pick(settled))) : undefined;
    }
    case 'slivers': {
      const planned = await session.planSlivers();
      return planned.ok ? asFix(planned.value.patch) : planned;
    }
  }
}

const asFix = (patch: Patch) => ok<RandomFix>({ patch });

/** Through the finding's pin in any direction, with a bend. */
function lineAcross({ at }: Finding, random: Random): LonLat[] {
  const angle = 2 * Math.PI * random.next();
  const bend = angle + random.next() - 0.5;
  const step = 0.0005;
  return [
    [at[0] - step * Math.cos(angle), at[1] - step * Math.sin(angle)],
    at,
    [at[0] + step * Math.cos(bend), at[1] + step * Math.sin(bend)],
  ];
}
