/** 一键生成汇报: a ready story appended to the scenes, with what could not be told and why; then pictures of the worst places. */
import { Button, Progress } from '@mantine/core';
import { IconPhoto, IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { addStory, buildStory, type Story } from '../../../briefing/story/build-story.ts';
import { pathsOfEarlierMonths } from '../../../reports/boards/earlier-months.ts';
import { useApp, useKeeping, usePlacePictures, useTexts, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { listScopes } from '../../store/scope-members.ts';
import classes from './story.module.css';
import { takePlacePictures } from './take-place-pictures.ts';

export function StorySection() {
  const { t } = useTexts();
  const services = useApp();
  const isReady = useWorkspace(({ document, check }) => document !== undefined && check !== undefined);
  const canEdit = useKeeping((state) => state.role === 'editor');
  const [story, setStory] = useState<Story>();
  const [isTelling, setTelling] = useState(false);
  const tell = async () => {
    setTelling(true);
    const roads = await services.commands.roadsideSoil();
    setTelling(false);
    const { document, check, features } = services.workspace.getState();
    if (!document || !check) return;
    const facts = {
      roadsideFindings: roads.ok ? new Set(roads.value.pairs.map(({ finding }) => finding)) : undefined,
      streets: listScopes(features).zones.length,
      hasMonthBefore: pathsOfEarlierMonths(document, check.asOf).length > 0,
    };
    const made = buildStory(document, check, facts, t);
    setStory(made);
    if (made.scenes.length === 0) return;
    services.commands.edit(addStory(document, made));
  };
  return (
    <div className={draw.section} data-testid="story">
      <Button
        variant="default"
        leftSection={<IconWand size={18} />}
        disabled={!isReady || !canEdit}
        onClick={() => void tell()}
        loading={isTelling}
        title={t(isReady ? 'boards.story.hint' : 'boards.story.waiting')}
        data-testid="story-make"
      >
        {t('boards.title')}
      </Button>
      {story && <Made story={story} />}
      <Pictures />
    </div>
  );
}

function Made({ story: { scenes, left } }: { readonly story: Story }) {
  const { t } = useTexts();
  if (scenes.length === 0) return <p className={draw.hint}>{t('boards.story.none')}</p>;
  return (
    <div className={classes.made} role="status" data-testid="story-made">
      <p>{t('boards.story.made', { count: scenes.length })}</p>
      {left.length > 0 && (
        <p className={classes.left}>
          {t('boards.story.left')}
          {left
            .map(({ part, why }) =>
              t('boards.story.leftOne', { part: t(`boards.story.${part}.title`), why: t(`boards.story.why.${why}`) }),
            )
            .join(t('report.listSeparator'))}
        </p>
      )}
    </div>
  );
}

/** While pictures are taken the map shows what is in them: it is said, and can be ended. */
function Pictures() {
  const { t } = useTexts();
  const services = useApp();
  const taking = usePlacePictures((state) => state.taking);
  const pictures = usePlacePictures((state) => state.pictures);
  const scenes = useWorkspace((state) => state.document?.scenes);
  const hasWorst = scenes?.some(({ board }) => board?.type === 'worst') ?? false;
  if (taking)
    return (
      <div className={classes.taking} role="status" data-testid="story-pictures">
        <span>{t('boards.pictures.taking', { done: taking.done, total: taking.total })}</span>
        <Progress value={(taking.done / taking.total) * 100} aria-label={t('boards.pictures.label')} />
        <Button size="compact-sm" variant="default" onClick={taking.cancel}>
          {t('boards.pictures.cancel')}
        </Button>
      </div>
    );
  if (!hasWorst || !scenes || pictures.size > 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPhoto size={16} />}
      onClick={() => void takePlacePictures(services, scenes)}
      title={t('boards.pictures.hint')}
      data-testid="story-take-pictures"
    >
      {t('boards.pictures.take')}
    </Button>
  );
}
