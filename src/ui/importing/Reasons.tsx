/** Why something was guessed, a sentence each. */
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { useTexts } from '../app-context.tsx';
import classes from './importing.module.css';

export function Reasons({ reasons }: { readonly reasons: readonly Problem[] }) {
  const { t } = useTexts();
  if (reasons.length === 0) return null;
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>{explainProblem(reason, t)}</li>
      ))}
    </ul>
  );
}
