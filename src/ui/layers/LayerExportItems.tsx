/** A layer as a file to hand on: the format is the choice, people go along only when ticked. */
import { Checkbox, Menu } from '@mantine/core';
import { useState } from 'react';
import { LAYER_EXPORT_FORMATS } from '../../formats/layer-export-formats.ts';
import { useCommands, useTexts } from '../app-context.tsx';

export function LayerExportItems({ layer }: { readonly layer: string }) {
  const { t } = useTexts();
  const { exportLayer } = useCommands();
  const [withPersonal, setWithPersonal] = useState(false);
  return (
    <>
      <Menu.Label>{t('export.layer')}</Menu.Label>
      <Menu.Item
        component="div"
        closeMenuOnClick={false}
        onClick={() => setWithPersonal(!withPersonal)}
        role="menuitemcheckbox"
        aria-checked={withPersonal}
        data-testid="export-layer-personal"
      >
        <Checkbox size="xs" checked={withPersonal} readOnly tabIndex={-1} label={t('export.personal')} />
      </Menu.Item>
      {LAYER_EXPORT_FORMATS.map((format) => (
        <Menu.Item
          key={format}
          onClick={() => exportLayer(layer, format, withPersonal)}
          data-testid={`export-layer-${format}`}
        >
          {t(`export.format.${format}`)}
        </Menu.Item>
      ))}
    </>
  );
}
