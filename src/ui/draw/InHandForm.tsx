/** The fields of the feature in hand. Enter in a field saves; Escape in a field goes back to the map. */
import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTexts } from '../app-context.tsx';
import { FieldsForm } from '../feature/FieldsForm.tsx';
import classes from './draw.module.css';
import type { DrawSession } from './use-draw-session.ts';

export function InHandForm({ session, owners }: { readonly session: DrawSession; readonly owners: readonly string[] }) {
  const { t } = useTexts();
  const { inHand, state, texts } = session;
  if (!inHand) return null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    session.finish();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    (event.target as HTMLElement).blur();
  };
  const sketching = state.phase === 'sketching';
  const least = state.tool === 'line' ? 2 : state.tool === 'polygon' ? 3 : 0;
  return (
    <form className={classes.section} onSubmit={onSubmit} onKeyDown={onKeyDown} data-testid="zone-form" noValidate>
      <FieldsForm kind={inHand.kind} texts={texts} owners={owners} onChange={session.setTexts} />
      <div className={`${classes.actions} ${classes.sticky}`}>
        <Button type="submit" disabled={sketching && state.vertices < least} data-testid="zone-save">
          {t(sketching ? 'draw.close' : 'draw.save')}
        </Button>
        <Button variant="default" onClick={session.cancel} data-testid="zone-cancel">
          {t('draw.cancel')}
        </Button>
      </div>
    </form>
  );
}
