/** Everything that was repaired, skipped or doubted: counted by sort, filtered, and taken along as a table. */
import { Button, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTexts } from '../app-context.tsx';
import { VirtualEntries } from '../findings/VirtualEntries.tsx';
import { exportNotes, notePlace } from './export-notes.ts';
import { groupNotes } from './group-notes.ts';
import classes from './importing.module.css';
import { NoteSorts } from './NoteSorts.tsx';

interface ImportNotesProps {
  readonly notes: readonly Problem[];
  readonly fileName: string;
}

export function ImportNotes({ notes, fileName }: ImportNotesProps) {
  const { t } = useTexts();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string>();
  const sorts = useMemo(() => groupNotes(notes, t), [notes, t]);
  const entryOf = useMemo(() => createEntries(t), [t]);
  // A sort that other choices have settled is no longer chosen.
  const sort = sorts.find(({ key }) => key === chosen);
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const shown = useMemo(() => {
    const ofSort = sort?.notes ?? notes;
    if (wanted === '') return ofSort;
    return ofSort.filter((note) => {
      const { head, body } = entryOf(note);
      return `${head} ${body}`.toLowerCase().includes(wanted);
    });
  }, [notes, sort, wanted, entryOf]);
  return (
    <>
      <div className={`${classes.section} ${classes.footRow}`}>
        <TextInput
          size="xs"
          className={classes.grow ?? ''}
          placeholder={t('importing.notes.filter')}
          aria-label={t('importing.notes.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={notes.length === 0}
          onClick={() => exportNotes(notes, fileName, t)}
          data-testid="import-notes-export"
        >
          {t('importing.notes.export')}
        </Button>
      </div>
      {notes.length > 0 && <NoteSorts sorts={sorts} chosen={sort?.key} onChoose={setChosen} />}
      <div className={classes.tableBox} style={{ display: 'flex', flexDirection: 'column' }}>
        <VirtualEntries
          label={t('importing.notes')}
          empty={t(notes.length === 0 ? 'importing.notes.none' : 'importing.notes.noneAlike')}
          count={shown.length}
          entryAt={(index) => entryOf(shown[index]!)}
        />
      </div>
    </>
  );
}

/** Notes are put into words when they come into view or are searched: there may be hundreds of thousands. */
function createEntries(t: Translate) {
  const known = new WeakMap<Problem, { readonly head: string; readonly body: string }>();
  return (note: Problem) => {
    const found = known.get(note);
    if (found) return found;
    const entry = { head: notePlace(note, t), body: explainProblem({ code: note.code, params: note.params }, t) };
    known.set(note, entry);
    return entry;
  };
}
