/** The big numbers of the scene. */
import type { SceneNumber } from '../../../briefing/scene-numbers.ts';
import { useTexts } from '../../app-context.tsx';
import { writeSceneNumber } from '../scene-number-words.ts';
import classes from './stage.module.css';

export function StageNumbers({ numbers }: { readonly numbers: readonly SceneNumber[] }) {
  const { t, language } = useTexts();
  return (
    <dl className={classes.callouts} data-room="numbers">
      {numbers.map((number) => {
        const { label, value, detail } = writeSceneNumber(number, t, language);
        return (
          <div key={number.key} className={classes.callout} data-testid={`stage-number-${number.key}`}>
            <dt>{label}</dt>
            <dd>
              {value}
              {detail !== undefined && <small>{detail}</small>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
