/** Where everything goes, whose mapping it is, and the button that does it. */
import { Button, Select, TextInput } from '@mantine/core';
import { useApp, useCommands, useImporting, useTexts, useWorkspace } from '../app-context.tsx';
import classes from './importing.module.css';

export function ImportFooter() {
  const { t } = useTexts();
  const { importing } = useApp();
  const { finishImport, closeImport, reviseImport } = useCommands();
  const into = useImporting((state) => state.into);
  const name = useImporting((state) => state.name);
  const office = useImporting((state) => state.office);
  const count = useImporting((state) => state.layers.filter(({ choices }) => choices.included).length);
  const isBusy = useImporting((state) => state.revising.size > 0);
  const open = useWorkspace((state) => state.document?.name);
  const setInto = (next: 'current' | 'new') => {
    importing.setState({ into: next });
    if (next === 'current') return;
    // A new workspace has no layers to update.
    for (const { key, choices } of importing.getState().layers) {
      const { type } = choices.target;
      if (type === 'update' || type === 'append') reviseImport(key, { ...choices, target: { type: 'new' } });
    }
  };
  return (
    <div className={classes.foot}>
      <div className={classes.grid3}>
        <Select
          size="xs"
          label={t('importing.into')}
          allowDeselect={false}
          value={into}
          data={[
            { value: 'new', label: t('importing.into.new') },
            ...(open === undefined ? [] : [{ value: 'current', label: t('importing.into.current', { name: open }) }]),
          ]}
          onChange={(value) => setInto(value === 'current' ? 'current' : 'new')}
          data-testid="import-into"
        />
        {into === 'new' ? (
          <TextInput
            size="xs"
            label={t('importing.name')}
            value={name}
            onChange={(event) => importing.setState({ name: event.currentTarget.value })}
            data-testid="import-name"
          />
        ) : (
          <span />
        )}
        <TextInput
          size="xs"
          label={t('importing.profile.save')}
          placeholder={t('importing.profile.none')}
          value={office}
          onChange={(event) => importing.setState({ office: event.currentTarget.value })}
          data-testid="import-office"
        />
      </div>
      <div className={classes.footRow}>
        <span className={classes.grow} />
        <Button size="xs" variant="default" onClick={closeImport}>
          {t('importing.cancel')}
        </Button>
        <Button size="xs" disabled={count === 0 || isBusy} onClick={finishImport} data-testid="import-finish">
          {t('importing.finish', { count })}
        </Button>
      </div>
    </div>
  );
}
