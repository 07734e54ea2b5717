/** The one button under which what a panel shows leaves as geodata. */
import { Button, Menu, type MenuProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { LayerExportFormat } from '../../formats/layer-export-formats.ts';
import { useTexts } from '../app-context.tsx';
import { FormatItems, TickItem } from './FormatItems.tsx';

interface ExportMenuProps {
  readonly label: string;
  /** What is exported, over its formats. */
  readonly title: string;
  readonly testId: string;
  /** Whether people could go along: then they do only when ticked. */
  readonly mayNamePeople?: boolean;
  readonly position?: MenuProps['position'];
  /** Items above the formats. */
  readonly children?: ReactNode;
  onExport(format: LayerExportFormat, withPersonal: boolean): void;
}

export function ExportMenu(props: ExportMenuProps) {
  const { label, title, testId, mayNamePeople = false, position = 'bottom-start', children, onExport } = props;
  const { t } = useTexts();
  const [withPersonal, setWithPersonal] = useState(false);
  return (
    <Menu position={position}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} data-testid={testId}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        <FormatItems title={title} testId={testId} onChoose={(format) => onExport(format, withPersonal)}>
          {mayNamePeople && (
            <TickItem
              label={t('export.personal')}
              checked={withPersonal}
              onChange={setWithPersonal}
              testId={`${testId}-personal`}
            />
          )}
        </FormatItems>
      </Menu.Dropdown>
    </Menu>
  );
}
