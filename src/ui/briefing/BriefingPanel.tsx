/** 简报: the scenes in their order, the month against the one before, the papers. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconCamera, IconPlayerPlay } from '@tabler/icons-react';
import { lazy, useState } from 'react';
import { useTexts } from '../app-context.tsx';
import draw from '../draw/draw.module.css';
import { Lazily } from '../shell/Lazily.tsx';
import type { BriefingPanelProps } from './briefing-props.ts';
import { SceneList } from './scenes/SceneList.tsx';
import { StorySection } from './story/StorySection.tsx';

const MonthsPane = lazy(() => import('./months/MonthsPane.tsx').then((module) => ({ default: module.MonthsPane })));
const PapersPane = lazy(() => import('./papers/PapersPane.tsx').then((module) => ({ default: module.PapersPane })));

const TABS = ['scenes', 'months', 'papers'] as const;
type Tab = (typeof TABS)[number];

export function BriefingPanel(props: BriefingPanelProps) {
  const { t } = useTexts();
  const { scenes } = props;
  const [tab, setTab] = useState<Tab>('scenes');
  return (
    <aside
      className={draw.panel}
      data-wide={tab === 'months'}
      aria-label={t('briefing.title')}
      data-testid="briefing-panel"
    >
      <div className={draw.head}>
        <h2 className={draw.title}>{t('briefing.title')}</h2>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlayerPlay size={16} />}
          disabled={scenes.length === 0}
          onClick={() => props.onPlay(0)}
          title={t('briefing.playHint')}
          data-testid="scene-play"
        >
          {t('briefing.play')}
        </Button>
      </div>
      <div className={draw.section}>
        <SegmentedControl
          fullWidth
          value={tab}
          onChange={(value) => setTab(value as Tab)}
          aria-label={t('briefing.tabs')}
          data={TABS.map((value) => ({ value, label: t(`briefing.tab.${value}`) }))}
          data-testid="briefing-tabs"
        />
      </div>
      {tab === 'scenes' && <Scenes {...props} />}
      {tab !== 'scenes' && (
        <div className={draw.body}>
          <Lazily key={tab} quiet>
            {tab === 'months' ? <MonthsPane /> : <PapersPane />}
          </Lazily>
        </div>
      )}
    </aside>
  );
}

function Scenes(props: BriefingPanelProps) {
  const { t } = useTexts();
  const { scenes } = props;
  return (
    <>
      <div className={draw.section}>
        <Button
          leftSection={<IconCamera size={18} />}
          onClick={props.onCapture}
          title={t('briefing.captureHint')}
          data-testid="scene-capture"
        >
          {t('briefing.capture')}
        </Button>
        {scenes.length === 0 && <p className={draw.hint}>{t('briefing.none')}</p>}
      </div>
      <StorySection />
      <div className={draw.body}>
        <SceneList {...props} />
      </div>
    </>
  );
}
