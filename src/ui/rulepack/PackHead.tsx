/** Which pack is in force, and where others come from: those that ship, or a file. */
import { Button, FileButton, Select } from '@mantine/core';
import { IconDownload, IconFileUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatRulePack } from '../../model/format-rule-pack.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { listBundledRulePacks } from '../../rules/bundled-rule-packs.ts';
import { nationalRulePack, parseRulePack } from '../../rules/parse-rule-pack.ts';
import { adoptAlertPlan } from '../../rules/rule-pack-edits.ts';
import { useTexts } from '../app-context.tsx';
import { downloadText } from '../draw/download-text.ts';
import classes from './rulepack.module.css';
import type { RuleEdit } from './use-rule-edit.ts';

export function PackHead({ pack, change }: { pack: RulePack; change: RuleEdit['change'] }) {
  const { t, language } = useTexts();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const packs = useMemo(() => {
    const national = nationalRulePack();
    // Packs that only carry a plan for alerts change no threshold: they are chosen where alerts are.
    const cities = listBundledRulePacks().filter(({ thresholds }) =>
      Object.entries(thresholds).some(([id, threshold]) => threshold.value !== national.thresholds[id]?.value),
    );
    return [national, ...cities];
  }, []);
  const current = packs.find(({ id }) => id === pack.id);

  const switchTo = (id: string | null) => {
    const chosen = packs.find((one) => one.id === id);
    if (!chosen || chosen === current) return;
    setProblems([]);
    change(adoptAlertPlan(chosen, pack.alertPlan), 'edit.rules-switched', { ...chosen.name });
  };
  const load = async (file: File | null) => {
    if (!file) return;
    const read = parseRulePack(new Uint8Array(await file.arrayBuffer()));
    setProblems(read.ok ? read.notes : [read.problem]);
    if (read.ok) change(read.value, 'edit.rules-loaded', { 'zh-CN': file.name, en: file.name });
  };
  return (
    <div className={classes.head}>
      <div className={classes.packName} data-testid="rule-pack-name">
        {pack.name[language]} <span className={classes.muted}>{pack.version}</span>
      </div>
      {pack.appliesTo && (
        <div className={classes.muted}>{t('rulepack.appliesTo', { place: pack.appliesTo[language] })}</div>
      )}
      <Select
        label={t('rulepack.switch')}
        data={packs.map(({ id, name }) => ({ value: id, label: name[language] }))}
        value={current?.id ?? null}
        placeholder={t('rulepack.switch.own')}
        onChange={switchTo}
        allowDeselect={false}
        data-testid="rule-pack-switch"
      />
      <div className={classes.buttons}>
        <FileButton accept=".json,application/json" onChange={(file) => void load(file)}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              leftSection={<IconFileUpload size={15} />}
              data-testid="rule-pack-load"
            >
              {t('rulepack.load')}
            </Button>
          )}
        </FileButton>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={15} />}
          onClick={() =>
            downloadText(`${pack.id}.json`, new TextDecoder().decode(formatRulePack(pack)), 'application/json')
          }
          data-testid="rule-pack-save"
        >
          {t('rulepack.save')}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {problems.map((problem) => (
          <p key={JSON.stringify(problem)} className={classes.fault}>
            {explainProblem(problem, t)}
          </p>
        ))}
      </div>
    </div>
  );
}
