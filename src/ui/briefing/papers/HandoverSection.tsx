/** 离线简报: the scenes as a file that plays in any browser, without this program, a server or a network. */
import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { formatBytes } from '../../../i18n/format.ts';
import { useApp, useTexts, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { runWorkOrSay } from '../../running-work.ts';
import type { HandoverChoices } from './handover/make-handover.ts';

const FORMS = ['page', 'folder'] as const satisfies readonly HandoverChoices['as'][];

export function HandoverSection() {
  const services = useApp();
  const { t } = useTexts();
  const scenes = useWorkspace((state) => state.document?.scenes) ?? [];
  const [choices, setChoices] = useState<HandoverChoices>({ as: 'page', withNotes: false, withPersonal: false });
  const change = (part: Partial<HandoverChoices>) => setChoices((before) => ({ ...before, ...part }));
  const [done, setDone] = useState('');
  const make = async () => {
    setDone('');
    const made = await runWorkOrSay(services.view, 'handover.work', async (work) => {
      const { makeHandover } = await import('./handover/make-handover.ts');
      return makeHandover(services, scenes, choices, work);
    });
    if (!made) return;
    const file = services.commands.exportFile(t('handover.title'), made.extension, made.content);
    setDone(t('handover.done', { file, count: scenes.length, size: formatBytes(made.content.size) }));
  };
  return (
    <section className={draw.section} aria-labelledby="handover-title" data-testid="handover">
      <h3 id="handover-title" className={draw.title}>
        {t('handover.title')}
      </h3>
      <p className={draw.hint}>{t(scenes.length === 0 ? 'handover.noScenes' : 'handover.hint')}</p>
      <SegmentedControl
        fullWidth
        value={choices.as}
        onChange={(as) => change({ as: as as HandoverChoices['as'] })}
        aria-label={t('handover.form')}
        data={FORMS.map((value) => ({ value, label: t(`handover.form.${value}`) }))}
        data-testid="handover-form"
      />
      <Checkbox
        checked={choices.withNotes}
        onChange={(event) => change({ withNotes: event.currentTarget.checked })}
        label={t('handover.withNotes')}
      />
      <Checkbox
        checked={choices.withPersonal}
        onChange={(event) => change({ withPersonal: event.currentTarget.checked })}
        label={t('handover.withPersonal')}
        data-testid="handover-personal"
      />
      <Button
        variant="default"
        leftSection={<IconPackageExport size={18} />}
        disabled={scenes.length === 0}
        onClick={() => void make()}
        data-testid="handover-make"
      >
        {t('handover.make')}
      </Button>
      <p className={draw.hint} role="status" data-testid="handover-done">
        {done}
      </p>
    </section>
  );
}
