/** The fields of the feature in hand, and below the panel's figures what saves it. Enter in a field saves; Escape in a field goes back to the map. */
import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTexts } from '../app-context.tsx';
import { FieldsForm } from '../feature/FieldsForm.tsx';
import classes from './draw.module.css';
import type { DrawSession } from './use-draw-session.ts';

const FORM = 'in-hand-form';

export function InHandForm({ session, owners }: { readonly session: DrawSession; readonly owners: readonly string[] }) {
  const { inHand, texts } = session;
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
  return (
    <form
      id={FORM}
      className={classes.section}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      data-testid="zone-form"
      noValidate
    >
      <FieldsForm kind={inHand.kind} texts={texts} owners={owners} onChange={session.setTexts} />
    </form>
  );
}

/** In reach however long the figures above are. */
export function InHandButtons({ session }: { readonly session: DrawSession }) {
  const { t } = useTexts();
  const { state } = session;
  const isSketching = state.phase === 'sketching';
  const least = state.tool === 'line' ? 2 : state.tool === 'polygon' ? 3 : 0;
  return (
    <div className={`${classes.actions} ${classes.foot}`}>
      <Button type="submit" form={FORM} disabled={isSketching && state.vertices < least} data-testid="zone-save">
        {t(isSketching ? 'draw.close' : 'draw.save')} <kbd className={classes.key}>Enter</kbd>
      </Button>
      <Button variant="default" onClick={session.cancel} data-testid="zone-cancel">
        {t('draw.cancel')} <kbd className={classes.key}>Esc</kbd>
      </Button>
    </div>
  );
}
