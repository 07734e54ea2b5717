/** One more base map: from a file on this machine, or from the network after saying what that means. */
import { Button, Menu } from '@mantine/core';
import { IconFile, IconPlus, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommands, useTexts } from '../app-context.tsx';
import { NETWORK_TYPES, NetworkMapForm, type NetworkType } from './NetworkMapForm.tsx';
import { pickFiles } from './pick-files.ts';

export function AddBaseMap() {
  const { t } = useTexts();
  const { baseMaps } = useCommands();
  const [type, setType] = useState<NetworkType>();
  if (type) return <NetworkMapForm key={type} type={type} onDone={() => setType(undefined)} />;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} data-testid="add-base-map">
          {t('basemaps.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('basemaps.add.local')}</Menu.Label>
        <Menu.Item
          leftSection={<IconFile size={15} />}
          onClick={() => pickFiles('.pmtiles', baseMaps.addFiles)}
          data-testid="add-pmtiles"
        >
          {t('basemaps.type.file')}
        </Menu.Item>
        <Menu.Label>{t('basemaps.add.network')}</Menu.Label>
        {NETWORK_TYPES.map((name) => (
          <Menu.Item
            key={name}
            leftSection={<IconWorld size={15} />}
            onClick={() => setType(name)}
            data-testid={`add-${name}`}
          >
            {t(`basemaps.type.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
