/** A change of the rules as an edit of the workspace, and what the findings were before it. */
import { useCallback, useState } from 'react';
import type { ParamValue } from '../../core/result.ts';
import { LANGUAGES } from '../../i18n/language.ts';
import { createTranslator } from '../../i18n/translate.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { useApp, useCommands } from '../app-context.tsx';
import { countsOf, type RuleCounts } from './count-changes.ts';

export interface RuleEdit {
  /** `name`: what was changed, in each language. */
  change(pack: RulePack, code: string, name: Readonly<Record<string, string>>): void;
  /** Of the last change. */
  readonly before: RuleCounts | undefined;
}

export function useRuleEdit(): RuleEdit {
  const { workspace } = useApp();
  const { edit } = useCommands();
  const [before, setBefore] = useState<RuleCounts>();
  const change = useCallback<RuleEdit['change']>(
    (pack, code, name) => {
      const { check } = workspace.getState();
      setBefore(check && countsOf(check.summary));
      const params: Record<string, ParamValue> = {};
      for (const [language, text] of Object.entries(name)) params[`name.${language}`] = text;
      edit({ label: { code, params }, operations: [{ op: 'rulePack', rulePack: pack, isOwn: true }] });
    },
    [workspace, edit],
  );
  return { change, before };
}

/** A text of the dictionaries in both languages: history keeps no language. */
export function inBoth(key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, createTranslator(language)(key)]));
}
