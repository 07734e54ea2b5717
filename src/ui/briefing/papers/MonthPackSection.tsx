/** 月度材料: everything that a month hands in, as one file: the same papers as `chentu report` writes, and the slides. */
import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { formatBytes } from '../../../i18n/format.ts';
import { monthOf } from '../../../model/months.ts';
import { isWebAddress } from '../../../reports/finding-address.ts';
import { useApp, useTexts, useView, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { runWorkOrSay } from '../../running-work.ts';

interface Choices {
  readonly withSlides: boolean;
  readonly withSlips: boolean;
  readonly withPersonal: boolean;
  readonly deadlineDays: number;
  readonly linkTo: string;
}

/** A proposal, no rule: a week. */
const DEADLINE_DAYS = 7;
const LONGEST_DAYS = 365;
const MEDIA_TYPE = 'application/zip';

export function MonthPackSection() {
  const { t } = useTexts();
  const services = useApp();
  const scenes = useWorkspace((state) => state.document?.scenes) ?? [];
  const asOf = useWorkspace((state) => state.check?.asOf);
  const isBusy = useView((state) => state.work !== undefined);
  const [done, setDone] = useState('');
  const [choices, setChoices] = useState<Choices>(() => ({
    withSlides: true,
    withSlips: false,
    withPersonal: false,
    deadlineDays: DEADLINE_DAYS,
    linkTo: addressOfPage(),
  }));
  const change = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }));
  const { withSlides, withSlips, withPersonal, deadlineDays, linkTo } = choices;
  const address = linkTo.trim();
  const isWrong = address !== '' && !isWebAddress(address);

  const make = async () => {
    setDone('');
    const made = await runWorkOrSay(services.view, 'slides.pack.work', async (work) => {
      const { makeMonthPack } = await import('./slides/make-month-pack.ts');
      return makeMonthPack(services, { ...choices, linkTo: address === '' ? undefined : address }, work);
    });
    if (!made) return;
    const { bytes, files } = made;
    const title = t('slides.pack.file', { month: monthOf(asOf ?? '') ?? '' });
    const file = services.commands.exportFile(title, 'zip', new Blob([bytes], { type: MEDIA_TYPE }));
    setDone(
      t('slides.pack.done', { file, size: formatBytes(bytes.length), files: files.join(t('report.listSeparator')) }),
    );
  };

  return (
    <section className={draw.section} aria-labelledby="month-pack-title" data-testid="month-pack">
      <h3 id="month-pack-title" className={draw.title}>
        {t('slides.pack.title')}
      </h3>
      <p className={draw.hint}>{t('slides.pack.hint')}</p>
      <Checkbox
        label={t('slides.pack.slides', { count: scenes.length })}
        disabled={scenes.length === 0}
        checked={withSlides && scenes.length > 0}
        onChange={({ currentTarget }) => change({ withSlides: currentTarget.checked })}
        data-testid="month-pack-slides"
      />
      <Checkbox
        label={t('slides.pack.slips')}
        checked={withSlips}
        onChange={({ currentTarget }) => change({ withSlips: currentTarget.checked })}
        data-testid="month-pack-slips"
      />
      {withSlips && (
        <>
          <NumberInput
            label={t('slides.pack.deadline')}
            description={t('slides.pack.deadlineHint')}
            min={0}
            max={LONGEST_DAYS}
            allowDecimal={false}
            value={deadlineDays}
            onChange={(value) => change({ deadlineDays: typeof value === 'number' ? value : DEADLINE_DAYS })}
          />
          <Checkbox
            label={t('slides.pack.personal')}
            checked={withPersonal}
            onChange={({ currentTarget }) => change({ withPersonal: currentTarget.checked })}
            data-testid="month-pack-personal"
          />
        </>
      )}
      <TextInput
        label={t('slides.pack.link')}
        description={t('slides.pack.linkHint')}
        value={linkTo}
        onChange={({ currentTarget }) => change({ linkTo: currentTarget.value })}
        error={isWrong ? t('slides.pack.linkWrong') : undefined}
        data-testid="month-pack-link"
      />
      <Button
        variant="default"
        leftSection={<IconPackage size={18} />}
        disabled={asOf === undefined || isBusy || isWrong}
        onClick={() => void make()}
        data-testid="month-pack-make"
      >
        {t('slides.pack.make')}
      </Button>
      <p className={draw.hint} role="status" data-testid="month-pack-done">
        {done}
      </p>
    </section>
  );
}

/** Where this page is served: mostly the address that the office uses, and to be changed where it is not. */
function addressOfPage(): string {
  return location.href.replace(/#.*$/u, '');
}
