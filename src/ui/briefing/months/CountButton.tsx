/** A number that opens its findings; nought is plain text. */
import { formatCount } from '../../../i18n/format.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './months.module.css';

interface CountButtonProps {
  readonly count: number;
  /** What is counted, in words: the name of the list it opens. */
  readonly title: string;
  readonly onOpen: () => void;
  readonly testId?: string;
}

export function CountButton({ count, title, onOpen, testId }: CountButtonProps) {
  const { t } = useTexts();
  if (count === 0) return <span className={classes.muted}>0</span>;
  const label = t('monthly.openFindings', { title, count });
  return (
    <button
      type="button"
      className={classes.number}
      title={label}
      aria-label={label}
      onClick={onOpen}
      data-testid={testId}
    >
      {formatCount(count)}
    </button>
  );
}
