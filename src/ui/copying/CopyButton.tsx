/** Copies a text and says so, to the eye and to a screen reader. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useTexts } from '../app-context.tsx';
import { useCopy } from './use-copy.ts';

export function CopyButton({ text, name, testId }: { text: string; name: string; testId?: string }) {
  const { t } = useTexts();
  const { outcome, copy } = useCopy();
  const Icon = outcome === 'copied' ? IconCheck : outcome === 'refused' ? IconX : IconCopy;
  const label = outcome ? t(`inspect.copy.${outcome}`) : t('inspect.copy', { name });
  return (
    <Tooltip label={label} opened={outcome ? true : undefined}>
      <ActionIcon size={28} aria-label={label} aria-live="polite" data-testid={testId} onClick={() => copy(text)}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
