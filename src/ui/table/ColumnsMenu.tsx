/** Which columns a table shows; remembered for every layer of the kind. */
import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useApp, useTables, useTexts } from '../app-context.tsx';
import { changeLayout, DEFAULT_LAYOUT } from '../store/table-store.ts';
import { onEscape } from './on-escape.ts';
import classes from './table.module.css';
import { isShown, orderColumns } from './table-columns.ts';
import type { GridSource } from './use-grid.ts';

export function ColumnsMenu({ source }: { readonly source: GridSource }) {
  const { t } = useTexts();
  const { tables } = useApp();
  const [open, setOpen] = useState(false);
  const layout = useTables((state) => state.layouts[source.layoutKey] ?? DEFAULT_LAYOUT);
  const columns = orderColumns(source.grid, layout);
  const shownCount = columns.filter((column) => isShown(column, layout)).length;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-start"
      shadow="md"
      trapFocus
      returnFocus
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconColumns3 size={15} />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-testid="table-columns"
        >
          {t('datatable.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" onKeyDown={onEscape(() => setOpen(false))}>
        <div className={classes.choices}>
          {columns.map((column) => {
            const isOn = isShown(column, layout);
            return (
              <Checkbox
                key={column.key}
                size="xs"
                checked={isOn}
                disabled={isOn && shownCount === 1}
                label={column.title}
                onChange={() =>
                  changeLayout(tables, source.layoutKey, { shown: { ...layout.shown, [column.key]: !isOn } })
                }
                data-testid={`show-column-${column.key}`}
              />
            );
          })}
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          mt="xs"
          onClick={() => changeLayout(tables, source.layoutKey, undefined)}
          data-testid="columns-reset"
        >
          {t('datatable.columns.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
