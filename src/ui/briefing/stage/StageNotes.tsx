/** What went otherwise than asked, with the remedy. The next thing that is done takes it away. */
import { useTexts } from '../../app-context.tsx';
import classes from './stage.module.css';

export interface StageNotesProps {
  readonly blocked: boolean;
  readonly leftFullScreen: boolean;
}

export function StageNotes({ blocked, leftFullScreen }: StageNotesProps) {
  const { t } = useTexts();
  const note = blocked ? 'blocked' : leftFullScreen ? 'leftFullScreen' : undefined;
  return (
    <div role="status">
      {note && (
        <p className={classes.note} data-testid={`stage-note-${note}`}>
          {t(`stage.note.${note}`)}
        </p>
      )}
    </div>
  );
}
