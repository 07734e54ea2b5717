/** The scenes of a briefing as slides. */
import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { formatBytes } from '../../../i18n/format.ts';
import type { Scene } from '../../../model/scene.ts';
import { SLIDE_RATIOS, type SlideRatio } from '../../../reports/slides/slide-deck.ts';
import { useApp, useTexts, useView, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { runWorkOrSay } from '../../running-work.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const ALL = '';

export function SlidesSection() {
  const { t } = useTexts();
  const services = useApp();
  const scenes = useWorkspace((state) => state.document?.scenes) ?? NO_SCENES;
  const isReady = useWorkspace((state) => state.check !== undefined);
  const isBusy = useView((state) => state.work !== undefined);
  const hasMap = useView((state) => state.map !== undefined);
  const [group, setGroup] = useState(ALL);
  const [ratio, setRatio] = useState<SlideRatio>('16:9');
  const [withNotes, setWithNotes] = useState(false);
  const [done, setDone] = useState('');
  const groups = groupsOf(scenes);
  const chosen = groups.has(group) ? (groups.get(group) as readonly Scene[]) : scenes;

  const run = async () => {
    setDone('');
    const bytes = await runWorkOrSay(services.view, 'slides.work', async (work) => {
      const { makeSlides } = await import('./slides/export-slides.ts');
      return makeSlides(services, { scenes: chosen, ratio, withNotes }, work);
    });
    if (!bytes) return;
    const file = services.commands.exportFile(t('slides.title'), 'pptx', new Blob([bytes], { type: MEDIA_TYPE }));
    setDone(t('slides.done', { file, count: chosen.length, size: formatBytes(bytes.length) }));
  };

  return (
    <section className={draw.section} aria-labelledby="slides-title" data-testid="slides-section">
      <h3 id="slides-title" className={draw.title}>
        {t('slides.title')}
      </h3>
      <p className={draw.hint}>{scenes.length === 0 ? t('slides.none') : t('slides.hint')}</p>
      {!hasMap && scenes.length > 0 && <p className={draw.notice}>{t('slides.noMap')}</p>}
      {groups.size > 1 && (
        <Select
          label={t('slides.which')}
          value={groups.has(group) ? group : ALL}
          onChange={(value) => setGroup(value ?? ALL)}
          allowDeselect={false}
          data={[...groups].map(([value, members]) => ({
            value,
            label:
              value === ALL
                ? t('slides.all', { count: members.length })
                : t('slides.group', { group: value, count: members.length }),
          }))}
          data-testid="slides-which"
        />
      )}
      <SegmentedControl
        fullWidth
        value={ratio}
        onChange={(value) => setRatio(value as SlideRatio)}
        aria-label={t('slides.ratio')}
        data={SLIDE_RATIOS.map((value) => ({ value, label: t(`slides.ratio.${value}`) }))}
        data-testid="slides-ratio"
      />
      <Checkbox
        label={t('slides.notes')}
        checked={withNotes}
        onChange={({ currentTarget }) => setWithNotes(currentTarget.checked)}
        data-testid="slides-notes"
      />
      <Button
        leftSection={<IconPresentation size={18} />}
        disabled={scenes.length === 0 || !isReady || isBusy}
        onClick={() => void run()}
        data-testid="slides-export"
      >
        {t('slides.export')}
      </Button>
      <p className={draw.hint} role="status" data-testid="slides-done">
        {done}
      </p>
    </section>
  );
}

const NO_SCENES: readonly Scene[] = [];

/** All of them first, then each group in the order of its first scene. */
function groupsOf(scenes: readonly Scene[]): ReadonlyMap<string, readonly Scene[]> {
  const groups = new Map<string, Scene[]>([[ALL, [...scenes]]]);
  for (const scene of scenes) {
    if (!scene.group) continue;
    const members = groups.get(scene.group);
    if (members) members.push(scene);
    else groups.set(scene.group, [scene]);
  }
  return groups;
}
