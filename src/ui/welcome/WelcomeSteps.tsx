/**
 * Three first steps on the demo district, beside the map and never in its way: what the colours mean, why
 * something is a finding and whose it is, how one's own ledger comes in. Skipped or done, they stay away;
 * the help brings them back.
 */
import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { swatchOfFinding } from '../../map/legend.ts';
import { swatchOf } from '../../map/swatch.ts';
import { styleFor } from '../../map/symbology.ts';
import { useCommands, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { SwatchIcon } from '../layers/SwatchIcon.tsx';
import { useFilePicker } from '../topbar/use-file-picker.ts';
import classes from './welcome.module.css';

const STEPS = ['colours', 'why', 'own'] as const;

export function WelcomeSteps() {
  const { t } = useTexts();
  const change = useSettings((settings) => settings.change);
  const selection = useView((state) => state.selection);
  const [step, setStep] = useState(0);
  const name = STEPS[step] ?? 'own';
  const leave = () => change({ welcomed: true });
  const isLast = step === STEPS.length - 1;
  // Whoever has clicked something needs not be told to.
  useEffect(() => {
    if (selection) setStep((current) => Math.max(current, 1));
  }, [selection]);
  return (
    <section className={classes.card} aria-label={t('welcome.title')} data-testid="welcome" data-step={name}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t(`welcome.${name}.title`)}</h2>
        <span className={classes.count}>{t('welcome.step', { step: step + 1, steps: STEPS.length })}</span>
        <CloseButton size="sm" aria-label={t('welcome.skip')} onClick={leave} data-testid="welcome-skip" />
      </div>
      <div aria-live="polite">
        <p className={classes.text}>{t(`welcome.${name}.text`)}</p>
        {name === 'colours' && <Colours />}
        {name === 'why' && selection && <p className={classes.text}>{t('welcome.why.seen')}</p>}
      </div>
      <div className={classes.actions}>
        {name === 'colours' && <ShowUncovered />}
        {name === 'why' && !selection && <ShowOne />}
        {name === 'own' && <ImportOwn onPick={leave} />}
        <span className={classes.spread} />
        {step > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setStep(step - 1)}>
            {t('welcome.back')}
          </Button>
        )}
        <Button size="compact-sm" onClick={isLast ? leave : () => setStep(step + 1)} data-testid="welcome-next">
          {t(isLast ? 'welcome.done' : 'welcome.next')}
        </Button>
      </div>
    </section>
  );
}

/** The three that decide, as the map draws them. */
function Colours() {
  const { t } = useTexts();
  const theme = useSettings((settings) => settings.theme);
  const entries = [
    ['uncovered', swatchOf(styleFor('bareSoil', 0, theme), theme)],
    ['overlap', swatchOfFinding('zone-overlap', theme)],
    ['gap', swatchOfFinding('zone-gap', theme)],
  ] as const;
  return (
    <ul className={classes.colours}>
      {entries.map(([name, swatch]) => (
        <li key={name}>
          <SwatchIcon swatch={swatch} /> {t(`welcome.colours.${name}`)}
        </li>
      ))}
    </ul>
  );
}

function ShowUncovered() {
  const { t } = useTexts();
  const { zoomToLayer } = useCommands();
  const soil = useWorkspace((state) => state.document?.layers.find(({ kind }) => kind === 'bareSoil')?.id);
  if (soil === undefined) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => zoomToLayer(soil)}>
      {t('welcome.colours.show')}
    </Button>
  );
}

function ShowOne() {
  const { t } = useTexts();
  const { select } = useCommands();
  const first = useWorkspace((state) => state.check?.findings.find(({ rule }) => rule === 'source-unassigned')?.id);
  if (first === undefined) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => select({ type: 'finding', id: first })}
      data-testid="welcome-show"
    >
      {t('welcome.why.show')}
    </Button>
  );
}

function ImportOwn({ onPick }: { onPick: () => void }) {
  const { t } = useTexts();
  const { pickData } = useFilePicker();
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        onPick();
        pickData();
      }}
    >
      {t('importing.action')}
    </Button>
  );
}
