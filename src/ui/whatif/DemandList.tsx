/** Counts of what is asked, unfolded to whom; the whole list as a file. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { subjectKey } from '../../core/subject.ts';
import { formatCount } from '../../i18n/format.ts';
import type { AlertDemand } from '../../rules/alert-plan.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import { SubjectLink } from '../feature/SubjectLink.tsx';
import type { DemandRow } from './demand-rows.ts';
import { demandTable } from './demand-table.ts';
import classes from './whatif.module.css';

/** A panel is no table: the file, and the table under the map, have all. */
const MOST_SHOWN = 50;

export interface DemandListProps {
  readonly title: string;
  /** Those that may occur, in their order. */
  readonly demands: readonly AlertDemand[];
  readonly rows: readonly DemandRow[];
  /** The colours of the map, where it shows them. */
  readonly colorOf?: (demand: AlertDemand) => string;
}

export function DemandList({ title, demands, rows, colorOf }: DemandListProps) {
  const { t, language } = useTexts();
  const { exportTables } = useCommands();
  const features = useWorkspace((state) => state.features);
  const [open, setOpen] = useState<AlertDemand>();
  const save = (format: 'csv' | 'xlsx') =>
    exportTables(title, [demandTable(title, rows, features, t, language)], format);
  return (
    <div data-testid="demand-list">
      {demands.map((demand) => {
        const own = rows.filter((row) => row.demands.includes(demand));
        const isOpen = open === demand;
        return (
          <div key={demand}>
            <button
              type="button"
              className={classes.demand}
              aria-expanded={isOpen}
              onClick={() => setOpen(isOpen ? undefined : demand)}
              data-testid={`demand-${demand}`}
            >
              {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
              {colorOf && <i className={classes.swatch} style={{ background: colorOf(demand) }} />}
              <span className={classes.name}>{t(`whatif.demand.${demand}`)}</span>
              <span data-testid={`demand-count-${demand}`}>{formatCount(own.length)}</span>
            </button>
            {isOpen && (
              <div className={classes.list}>
                {own.slice(0, MOST_SHOWN).map(({ subject }) => (
                  <SubjectLink key={subjectKey(subject)} subject={subject} />
                ))}
                {own.length > MOST_SHOWN && (
                  <p className={classes.note}>{t('whatif.more', { count: own.length - MOST_SHOWN })}</p>
                )}
              </div>
            )}
          </div>
        );
      })}
      {rows.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={15} />}
              data-testid="export-demands"
            >
              {t('whatif.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => save('xlsx')} data-testid="export-demands-xlsx">
              {t('app.workspace.exportFindings.xlsx')}
            </Menu.Item>
            <Menu.Item onClick={() => save('csv')} data-testid="export-demands-csv">
              {t('app.workspace.exportFindings.csv')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
