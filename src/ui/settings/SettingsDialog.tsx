/** Language, theme, base map, engine. Small, since little needs setting. */
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LANGUAGES, type Language } from '../../i18n/language.ts';
import type { EngineName } from '../../model/findings.ts';
import { useApp, useCommands, useProfiles, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { THEMES, type Theme } from '../store/settings-store.ts';

/** Size M: beyond it the plain engine takes minutes, and the page says so instead of starting. */
export const MAX_SOURCES_FOR_TURF = 12_000;

export function SettingsDialog() {
  const { t } = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.dialog === 'settings');
  const settings = useSettings((state) => state);
  const { setLanguage } = useCommands();
  return (
    <Modal
      opened={open}
      onClose={() => view.setState({ dialog: undefined })}
      title={t('app.settings.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Stack gap="md" data-testid="settings">
        <Setting label={t('app.settings.language')}>
          <SegmentedControl
            size="xs"
            value={settings.language}
            onChange={(language) => void setLanguage(language as Language)}
            data={LANGUAGES.map((value) => ({ value, label: value === 'en' ? 'English' : '中文' }))}
          />
        </Setting>
        <Setting label={t('app.settings.theme')}>
          <SegmentedControl
            size="xs"
            value={settings.theme}
            onChange={(theme) => settings.change({ theme: theme as Theme })}
            data={THEMES.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
          />
        </Setting>
        <Setting label={t('app.settings.baseMap')} hint={t('app.settings.baseMapHint')}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => view.setState({ dialog: undefined, mode: 'browse', panel: 'baseMaps' })}
          >
            {t('panel.baseMaps')}
          </Button>
        </Setting>
        <EngineSetting engine={settings.engine} />
        <OfficesSetting />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {t('app.settings.stored')}
          </Text>
          <Button size="compact-sm" variant="default" onClick={settings.reset}>
            {t('app.settings.reset')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Whose mappings are remembered; each can be forgotten. */
function OfficesSetting() {
  const { t } = useTexts();
  const profiles = useProfiles((state) => state.profiles);
  const forget = useProfiles((state) => state.forget);
  const offices = [...new Set(profiles.map(({ name }) => name))];
  if (offices.length === 0) return null;
  return (
    <Setting label={t('importing.offices')} hint={t('importing.offices.hint')}>
      <Group gap={4} data-testid="offices">
        {offices.map((name) => (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            rightSection={<IconX size={12} />}
            onClick={() => forget(name)}
            aria-label={t('importing.offices.forget', { name })}
          >
            {name}
          </Button>
        ))}
      </Group>
    </Setting>
  );
}

function EngineSetting({ engine }: { engine: EngineName }) {
  const { t } = useTexts();
  const { view } = useApp();
  const { setEngine } = useCommands();
  const sources = useWorkspace((state) => state.check?.summary.sources);
  const tooLarge = (sources ?? 0) > MAX_SOURCES_FOR_TURF;
  return (
    <Setting
      label={t('app.settings.engine')}
      hint={tooLarge ? t('app.settings.engineTooLarge', { count: MAX_SOURCES_FOR_TURF }) : t('app.settings.engineHint')}
    >
      <Group gap="xs" wrap="nowrap">
        <SegmentedControl
          size="xs"
          value={engine}
          onChange={(name) => setEngine(name as EngineName)}
          data={[
            { value: 'fast', label: t('engine.fast') },
            { value: 'turf', label: 'Turf', disabled: tooLarge },
          ]}
          data-testid="engine"
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={tooLarge || sources === undefined}
          onClick={() => view.setState({ dialog: 'compare' })}
          data-testid="compare-engines"
        >
          {t('app.compare.open')}
        </Button>
      </Group>
    </Setting>
  );
}

function Setting({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{label}</Text>
        {children}
      </Group>
      {hint && (
        <Text size="xs" c="dimmed" mt={4}>
          {hint}
        </Text>
      )}
    </div>
  );
}
