/** The packs of cities and provinces that ship with the product, by name. Each holds only what differs from the national default. */
import beijing from '../../data/rule-packs/beijing.json' with { type: 'json' };
import hebei from '../../data/rule-packs/hebei.json' with { type: 'json' };
import hefei from '../../data/rule-packs/hefei.json' with { type: 'json' };
import jinzhong from '../../data/rule-packs/jinzhong.json' with { type: 'json' };
import maanshan from '../../data/rule-packs/maanshan.json' with { type: 'json' };
import taiyuan from '../../data/rule-packs/taiyuan.json' with { type: 'json' };
import type { Result } from '../core/result.ts';
import type { RulePack } from '../model/rule-pack.ts';
import { layRulePack, nationalRulePack } from './parse-rule-pack.ts';

const BUNDLED: Readonly<Record<string, unknown>> = { beijing, hebei, hefei, jinzhong, maanshan, taiyuan };

export const BUNDLED_RULE_PACKS: readonly string[] = Object.keys(BUNDLED);

/** The bundled pack of that name laid over another; undefined where there is none of that name. */
export function findBundledRulePack(name: string, under: RulePack = nationalRulePack()): Result<RulePack> | undefined {
  return Object.hasOwn(BUNDLED, name) ? layRulePack(BUNDLED[name], under) : undefined;
}

/** All bundled packs, each laid over the national default. */
export function listBundledRulePacks(): RulePack[] {
  return BUNDLED_RULE_PACKS.flatMap((name) => {
    const pack = findBundledRulePack(name);
    return pack?.ok ? [pack.value] : [];
  });
}
