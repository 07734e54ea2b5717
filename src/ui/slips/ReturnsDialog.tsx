/** What came back: what it would change, what fits nothing; nothing is done before it is confirmed. */
import { Button, FileButton, Loader, Modal } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { explainProblem } from '../../i18n/explain.ts';
import { planReturns, type ReturnsPlan } from '../../reports/slips/plan-returns.ts';
import { useApp, useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import draw from '../draw/draw.module.css';
import type { ReadReturnsAnswer } from './slip-commands.ts';
import classes from './slips.module.css';

/** More are told as a number. */
const NOTES_AT_ONCE = 200;

export function ReturnsDialog() {
  const { t } = useTexts();
  const { view } = useApp();
  const files = useView((state) => state.returned);
  const close = () => view.setState({ dialog: undefined, returned: [] });
  return (
    <Modal
      opened
      onClose={close}
      title={t('returns.dialog')}
      size={640}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Returns files={files} onClose={close} />
    </Modal>
  );
}

function Returns({ files, onClose }: { files: readonly File[]; onClose: () => void }) {
  const { t } = useTexts();
  const { view } = useApp();
  const { edit } = useCommands();
  const answer = useRead(files);
  const document = useWorkspace((state) => state.document);
  const byId = useWorkspace((state) => state.findingById);
  const plan = useMemo(
    () => (answer && document ? planReturns(document, (id) => byId.get(id), answer) : undefined),
    [answer, document, byId],
  );
  const add = useCallback(
    (more: readonly File[]) => {
      if (more.length > 0) view.setState(({ returned }) => ({ returned: [...returned, ...more] }));
    },
    [view],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does
    <div
      className={classes.returns}
      data-testid="returns"
      onDrop={(event) => {
        event.preventDefault();
        // The page behind would import them.
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        view.setState({ dragging: false });
        add([...event.dataTransfer.files]);
      }}
    >
      <p className={draw.hint}>{t('returns.dialog.hint')}</p>
      <FileButton multiple onChange={add}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="compact-sm"
            leftSection={<IconFileImport size={16} />}
            data-testid="returns-add"
          >
            {t('returns.dialog.add')}
          </Button>
        )}
      </FileButton>
      {files.length > 0 && (
        <p className={draw.hint}>
          {t('returns.dialog.files', {
            count: files.length,
            names: files.map(({ name }) => name).join(t('report.listSeparator')),
          })}
        </p>
      )}
      {files.length > 0 && !plan && (
        <p role="status">
          <Loader size="xs" /> {t('returns.dialog.reading')}
        </p>
      )}
      {answer && plan && <Outcome plan={plan} answer={answer} />}
      <div className={draw.actions}>
        <Button
          disabled={!plan?.patch}
          onClick={() => {
            if (plan?.patch) edit(plan.patch);
            onClose();
          }}
          data-testid="returns-apply"
        >
          {t('returns.dialog.apply', { count: plan?.settled.length ?? 0 })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Undefined while they are read. */
function useRead(files: readonly File[]): ReadReturnsAnswer | undefined {
  const { slips } = useCommands();
  const [answer, setAnswer] = useState<{ readonly of: readonly File[]; readonly read: ReadReturnsAnswer }>();
  useEffect(() => {
    if (files.length === 0) return;
    const stop = new AbortController();
    void slips.readReturns(files, { signal: stop.signal }).then((read) => {
      if (!stop.signal.aborted) setAnswer({ of: files, read });
    });
    return () => stop.abort();
  }, [files, slips]);
  return answer?.of === files ? answer.read : undefined;
}

function Outcome({ plan, answer }: { plan: ReturnsPlan; answer: ReadReturnsAnswer }) {
  const { t } = useTexts();
  const notes = [...answer.problems, ...plan.notes];
  const { settled, photoCount, unchangedCount, unknownCount } = plan;
  return (
    <>
      <p role="status" data-testid="returns-outcome">
        {t('returns.dialog.outcome', { settledCount: settled.length, photoCount, unchangedCount, unknownCount })}
      </p>
      {settled.length + unchangedCount + notes.length === 0 && <p>{t('returns.dialog.nothing')}</p>}
      {settled.length > 0 && (
        <div className={classes.list}>
          <table className={classes.table}>
            <thead>
              <tr>
                {['column.id', 'column.settledAt', 'column.whatWasDone', 'column.photos'].map((key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {settled.slice(0, NOTES_AT_ONCE).map(({ finding, settledAt, outcome, photos }) => (
                <tr key={finding}>
                  <td>{finding}</td>
                  <td>{settledAt}</td>
                  <td>{outcome}</td>
                  <td>{photos.length > 0 && photos.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={t('returns.dialog.notes')} data-testid="returns-notes">
          {notes.slice(0, NOTES_AT_ONCE).map((note) => (
            <li key={JSON.stringify(note)} className={classes.note}>
              {explainProblem(note, t)}
            </li>
          ))}
          {notes.length > NOTES_AT_ONCE && <li>{t('returns.dialog.more', { count: notes.length - NOTES_AT_ONCE })}</li>}
        </ul>
      )}
    </>
  );
}
