/** Zones as a plain file to send: the format is the choice, people go along only when ticked. */
import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { EXPORT_FORMATS, type ExportFormat, formatFeatures, MEDIA_TYPES } from '../../draw/zone-export.ts';
import { fieldsOfKind, type LayerKind } from '../../model/kinds.ts';
import type { EditedFeature } from '../../model/workspace.ts';
import { useTexts } from '../app-context.tsx';
import { downloadText } from './download-text.ts';
import classes from './draw.module.css';

export interface ExportMenuProps {
  readonly features: readonly EditedFeature[];
  readonly workspace: string;
  readonly kind: LayerKind;
  readonly isAll?: boolean;
}

export function ExportMenu({ features, workspace, kind, isAll }: ExportMenuProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [withPersonal, setWithPersonal] = useState(false);
  const [only] = features;
  const what = features.length === 1 && only ? String(only.properties.name || only.id) : t(`kind.${kind}`);
  const label = isAll ? t('draw.export.title') : t('draw.zones.export', { name: what });
  const write = (format: ExportFormat) => {
    const title = fileName(workspace, what);
    const options = { format, withPersonal, knownFields: new Set(Object.keys(fieldsOfKind(kind))), title };
    const labelOf = (field: string) => (field in fieldsOfKind(kind) ? t(`field.${field}`) : field);
    downloadText(`${title}.${format}`, formatFeatures(features, { ...options, labelOf }), MEDIA_TYPES[format]);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon
            onClick={() => setOpen(!open)}
            aria-label={label}
            data-testid={isAll ? 'export-all' : 'export-zone'}
          >
            <IconFileExport size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.popover}>
          <strong>{t('draw.export.title')}</strong>
          {EXPORT_FORMATS.map((format) => (
            <Button
              key={format}
              size="compact-sm"
              variant="default"
              onClick={() => write(format)}
              data-testid={`export-${format}`}
            >
              {t(`draw.export.${format}`)}
            </Button>
          ))}
          <Checkbox
            label={t('draw.export.personal')}
            checked={withPersonal}
            onChange={(event) => setWithPersonal(event.currentTarget.checked)}
            data-testid="export-personal"
          />
          <p className={classes.hint}>{t('draw.export.hint')}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Without what Windows and zip programs refuse in names. */
function fileName(...parts: string[]): string {
  return parts
    .filter(Boolean)
    .join('-')
    .replaceAll(/[\\/:*?"<>|\s]+/g, '_');
}
