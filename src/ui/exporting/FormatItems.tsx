/** The formats of geodata as items of a menu, and the tick that lets people go along. */
import { Checkbox, Group, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { LAYER_EXPORT_FORMATS, type LayerExportFormat } from '../../formats/layer-export-formats.ts';
import { useTexts } from '../app-context.tsx';

interface FormatItemsProps {
  /** What is exported, over its formats. */
  readonly title: string;
  /** Each item is called `<testId>-<format>`. */
  readonly testId: string;
  readonly formats?: readonly LayerExportFormat[];
  /** Between the title and the formats. */
  readonly children?: ReactNode;
  onChoose(format: LayerExportFormat): void;
}

export function FormatItems(props: FormatItemsProps) {
  const { title, testId, formats = LAYER_EXPORT_FORMATS, children, onChoose } = props;
  const { t } = useTexts();
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {children}
      {formats.map((format) => (
        <Menu.Item key={format} onClick={() => onChoose(format)} data-testid={`${testId}-${format}`}>
          {t(`export.format.${format}`)}
        </Menu.Item>
      ))}
    </>
  );
}

interface TickItemProps {
  readonly label: string;
  readonly checked: boolean;
  readonly testId: string;
  onChange(checked: boolean): void;
}

/** A choice that holds for all items of the menu, which stays open. */
export function TickItem({ label, checked, testId, onChange }: TickItemProps) {
  return (
    <Menu.CheckboxItem
      checked={checked}
      onChange={onChange}
      // An empty box says that there is a choice; the menu's own sign is there only once it is made.
      styles={{ itemIndicator: { display: 'none' } }}
      data-testid={testId}
    >
      <Group gap="xs" wrap="nowrap">
        <Checkbox.Indicator size="xs" checked={checked} />
        {label}
      </Group>
    </Menu.CheckboxItem>
  );
}
