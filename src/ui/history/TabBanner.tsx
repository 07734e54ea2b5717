/** What a tab says that does not edit: who does, and how to take over. */
import { Button } from '@mantine/core';
import { useCommands, useKeeping, useTexts } from '../app-context.tsx';
import classes from './history.module.css';

export function TabBanner() {
  const { t } = useTexts();
  const { takeOver, rejoin, saveFile } = useCommands();
  const role = useKeeping((state) => state.role);
  const gone = useKeeping((state) => state.editorGone);
  if (role === 'editor') return null;
  const said = role === 'stranded' ? 'stranded' : gone ? 'gone' : 'following';
  return (
    <div className={classes.banner} role="status" data-testid="tab-banner" data-state={said}>
      <span>{t(`tabs.${said}`)}</span>
      <div className={classes.bannerActions}>
        {role === 'stranded' ? (
          <>
            <Button size="compact-sm" onClick={() => saveFile()}>
              {t('save.toFile')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={rejoin} data-testid="rejoin">
              {t('tabs.rejoin')}
            </Button>
          </>
        ) : (
          <Button size="compact-sm" onClick={takeOver} data-testid="take-over">
            {t('tabs.takeOver')}
          </Button>
        )}
      </div>
    </div>
  );
}
