/** The sorts of an import's notes with their counts; choosing one shows only its notes. */
import { formatCount } from '../../i18n/format.ts';
import { useTexts } from '../app-context.tsx';
import type { NoteSort } from './group-notes.ts';
import classes from './importing.module.css';

interface NoteSortsProps {
  readonly sorts: readonly NoteSort[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

export function NoteSorts({ sorts, chosen, onChoose }: NoteSortsProps) {
  const { t } = useTexts();
  const total = sorts.reduce((sum, { count }) => sum + count, 0);
  const all = { key: undefined, label: t('importing.notes.all'), count: total };
  return (
    <ul className={classes.sorts} aria-label={t('importing.notes.sorts')}>
      {[all, ...sorts].map(({ key, label, count }) => (
        <li key={key ?? ''}>
          <button
            type="button"
            className={classes.sort}
            title={label}
            aria-pressed={key === chosen}
            onClick={() => onChoose(key === chosen ? undefined : key)}
            data-testid="import-note-sort"
          >
            <span className={classes.sortLabel}>{label}</span>
            <span className={classes.muted}>×{formatCount(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
