/** A virtual list of two-line entries of any height. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import classes from './findings.module.css';

export interface Entry {
  readonly head: string;
  readonly body: string;
  readonly onClick?: (() => void) | undefined;
}

interface VirtualEntriesProps {
  readonly label: string;
  readonly empty: string;
  readonly count: number;
  /** Asked only for the entries in view. */
  readonly entryAt: (index: number) => Entry;
}

export function VirtualEntries({ label, empty, count, entryAt }: VirtualEntriesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    overscan: 6,
  });
  if (count === 0) return <p className={classes.note}>{empty}</p>;
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.canvas} style={{ height: virtual.getTotalSize() }} aria-label={label}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const entry = entryAt(index);
          const content = (
            <>
              <div className={classes.muted}>{entry.head}</div>
              <div>{entry.body}</div>
            </>
          );
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {entry.onClick ? (
                <button type="button" className={`${classes.note} ${classes.noteButton}`} onClick={entry.onClick}>
                  {content}
                </button>
              ) : (
                <div className={classes.note}>{content}</div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
