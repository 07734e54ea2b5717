/** Every edit in words with its time, newest first; a click or Enter goes to that step. A thousand cost what ten do. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useCommands, useKeeping, useSettings, useTexts, useWorkspace } from '../app-context.tsx';
import classes from './history.module.css';
import { currentRow, historyRow } from './history-rows.ts';
import { formatLocalTime } from './local-time.ts';

export function HistoryPanel() {
  const { t } = useTexts();
  const history = useWorkspace((state) => state.history);
  const updating = useWorkspace((state) => state.phase === 'updating');
  const mayEdit = useKeeping((state) => state.role === 'editor');
  const count = history.entries.length;
  return (
    <section className={classes.panel} aria-label={t('history.title')} data-testid="history-panel">
      <header className={classes.head}>
        <h2 className={classes.title}>{t('history.title')}</h2>
        <span className={classes.muted} role="status">
          {updating ? t('history.updating') : t('history.count', { count })}
        </span>
      </header>
      <HistoryList mayEdit={mayEdit} />
      <p className={classes.hint}>{t(count === 0 ? 'history.empty' : mayEdit ? 'history.hint' : 'history.readOnly')}</p>
    </section>
  );
}

function HistoryList({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTexts();
  const { jump } = useCommands();
  const history = useWorkspace((state) => state.history);
  const [active, setActive] = useState(() => currentRow(history));
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const rowHeight = useSettings((settings) => (settings.theme === 'projector' ? 42 : 32));
  const rows = history.entries.length + 1;
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialOffset: () => Math.max(0, currentRow(history) - 5) * rowHeight,
    overscan: 8,
  });
  // An edit, an undo, another tab: the marked row follows the current step.
  const current = currentRow(history);
  useEffect(() => setActive(current), [current]);

  const go = (index: number) => {
    if (mayEdit) jump(historyRow(history, index).pointer);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, active, rows);
    if (target !== undefined) {
      setActive(target);
      virtual.scrollToIndex(target, { align: 'auto' });
    } else if (event.key === 'Enter' || event.key === ' ') go(active);
    else return;
    event.preventDefault();
  };
  const today = new Date();
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('history.title')}
      aria-activedescendant={`${id}-${active}`}
      aria-disabled={!mayEdit}
      onKeyDown={onKeyDown}
      data-autofocus
    >
      <div className={classes.canvas} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const { label, time, state, pointer } = historyRow(history, index);
          return (
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={state === 'current'}
              aria-setsize={rows}
              aria-posinset={index + 1}
              tabIndex={-1}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: size }}
              data-state={state}
              data-active={index === active}
              data-testid="history-row"
              data-pointer={pointer}
              onClick={() => go(index)}
              onKeyDown={onKeyDown}
            >
              <span className={classes.mark} aria-hidden />
              <span className={classes.name} title={label && t(label.code, label.params)}>
                {label ? t(label.code, label.params) : t('history.start')}
              </span>
              {state === 'done' || <span className={classes.state}>{t(`history.${state}`)}</span>}
              {time && (
                <time className={classes.time} dateTime={time}>
                  {formatLocalTime(time, today)}
                </time>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function targetOf(key: string, active: number, rows: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows - 1, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(rows - 1, active + 10);
    case 'PageUp':
      return Math.max(0, active - 10);
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return undefined;
  }
}
