/** What the pointer does besides: along borders, shared borders, snapping. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import type { DrawPhase, DrawSwitches } from '../../draw/draw-types.ts';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';
import { SWITCH_LETTERS } from './tool-letters.ts';

export function Switches(props: {
  readonly switches: DrawSwitches;
  readonly onChange: (switches: DrawSwitches) => void;
  readonly phase: DrawPhase;
}) {
  const { switches, onChange, phase } = props;
  const { t } = useTexts();
  const shown = (['snapping', 'tracing', 'shared'] as const).filter(
    (name) => name !== 'tracing' || phase === 'sketching',
  );
  return (
    <div className={classes.switches}>
      {shown
        .filter((name) => name !== 'shared' || phase === 'editing')
        .map((name) => (
          <Tooltip key={name} label={`${t(`draw.switchHint.${name}`)} (${SWITCH_LETTERS[name]})`} multiline maw={260}>
            <UnstyledButton
              className={classes.switch}
              role="switch"
              aria-checked={switches[name]}
              onClick={() => onChange({ ...switches, [name]: !switches[name] })}
              data-testid={`switch-${name}`}
            >
              {t(`draw.switch.${name}`)}
            </UnstyledButton>
          </Tooltip>
        ))}
    </div>
  );
}
