/** The wall in black or white, while people are to look at each other. */
import type { StageCover } from '../../../briefing/scene-player.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './stage.module.css';

export function StageCovers({ cover }: { readonly cover: StageCover | undefined }) {
  const { t } = useTexts();
  if (!cover) return null;
  return (
    <div
      className={classes.cover}
      data-cover={cover}
      data-testid="stage-blank"
      role="img"
      aria-label={t(`stage.cover.${cover}`)}
    />
  );
}
