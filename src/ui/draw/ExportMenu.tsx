/** Zones as a plain file to send: the format is the choice, people go along only when ticked. */
import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { SnapSource } from '../../draw/draw-types.ts';
import { EXPORT_FORMATS, type ExportFormat, formatFeatures, MEDIA_TYPES } from '../../draw/zone-export.ts';
import type { Frame } from '../../geo/laea.ts';
import { namesFrom } from '../../i18n/make-translator.ts';
import { fieldsOfKind, type LayerKind } from '../../model/kinds.ts';
import type { EditedFeature } from '../../model/workspace.ts';
import { useTexts } from '../app-context.tsx';
import { formatField } from '../feature/list-fields.ts';
import { downloadText } from './download-text.ts';
import classes from './draw.module.css';

export interface ExportMenuProps {
  readonly features: readonly EditedFeature[];
  readonly workspace: string;
  readonly kind: LayerKind;
  readonly frame: Frame;
  /** What a page shows around the zones. */
  readonly roads: () => Iterable<SnapSource>;
  readonly isAll?: boolean;
}

const FORMATS = ['html', ...EXPORT_FORMATS] as const;

export function ExportMenu(props: ExportMenuProps) {
  const { features, workspace, kind, isAll } = props;
  const { t, language } = useTexts();
  const [open, setOpen] = useState(false);
  const [withPersonal, setWithPersonal] = useState(false);
  const [only] = features;
  const what = features.length === 1 && only ? String(only.properties.name || only.id) : t(`kind.${kind}`);
  const label = isAll ? t('draw.export.title') : t('draw.zones.export', { name: what });
  const isOurs = (field: string) => field in fieldsOfKind(kind);
  const common = {
    withPersonal,
    knownFields: new Set(Object.keys(fieldsOfKind(kind))),
    title: [workspace, what].filter(Boolean).join(' · '),
    labelOf: (field: string) => (isOurs(field) ? t(`field.${field}`) : field),
    textOf: (field: string, value: EditedFeature['properties'][string]) =>
      isOurs(field) ? formatField(field, value, namesFrom(t, language)) : String(value),
  };
  const write = async (format: ExportFormat | 'html') => {
    setOpen(false);
    const name = `${fileName(workspace, what)}.${format}`;
    if (format !== 'html')
      return downloadText(name, formatFeatures(features, { ...common, format }), MEDIA_TYPES[format]);
    // Fetched when somebody sends a page.
    const { makeZonePage } = await import('./make-zone-page.ts');
    downloadText(name, await makeZonePage({ ...props, ...common, t, language }), 'text/html');
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
          {FORMATS.map((format) => (
            <Button
              key={format}
              size="compact-sm"
              variant="default"
              onClick={() => void write(format)}
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
