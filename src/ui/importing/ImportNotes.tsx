/** Everything that was repaired, skipped or doubted: counted, filtered, and taken along as a table. */
import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { useTexts } from '../app-context.tsx';
import { VirtualEntries } from '../findings/VirtualEntries.tsx';
import { exportNotes, notePlace } from './export-notes.ts';
import classes from './importing.module.css';

interface ImportNotesProps {
  readonly notes: readonly Problem[];
  readonly fileName: string;
}

export function ImportNotes({ notes, fileName }: ImportNotesProps) {
  const { t } = useTexts();
  const [filter, setFilter] = useState('');
  const lines = useMemo(
    () =>
      notes.map((note) => ({
        head: notePlace(note, t),
        body: explainProblem({ code: note.code, params: note.params }, t),
      })),
    [notes, t],
  );
  const wanted = filter.trim().toLowerCase();
  const shown = lines.filter(({ head, body }) => `${head} ${body}`.toLowerCase().includes(wanted));
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
      <div className={classes.tableBox} style={{ display: 'flex', flexDirection: 'column' }}>
        <VirtualEntries
          label={t('importing.notes')}
          empty={t('importing.notes.none')}
          count={shown.length}
          entryAt={(index) => shown[index]!}
        />
      </div>
    </>
  );
}
