/** Everything under the last click, finest first: zones hide each other, here none does. */
import { subjectKey } from '../../core/subject.ts';
import { useTexts, useView } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { SubjectLink } from './SubjectLink.tsx';

export function UnderPointerList() {
  const { t } = useTexts();
  const under = useView((state) => state.underPointer);
  if (under.length < 2) return null;
  return (
    <div className={classes.section} data-testid="under-pointer-list">
      <h3>{t('app.under.title', { count: under.length })}</h3>
      {under.map((subject) => (
        <SubjectLink key={subjectKey(subject)} subject={subject} />
      ))}
    </div>
  );
}
