/** Where a layer goes: one of its own, a newer version of one that is there, more of it, or one with another file's. */
import { Checkbox, Select } from '@mantine/core';
import type { ExaminedLayer, ImportTarget } from '../../formats/importing/import-types.ts';
import { useImporting, useTexts, useWorkspace } from '../app-context.tsx';

interface TargetSelectProps {
  readonly layer: ExaminedLayer;
  readonly onChange: (target: ImportTarget) => void;
}

export function TargetSelect({ layer, onChange }: TargetSelectProps) {
  const { t } = useTexts();
  const into = useImporting((state) => state.into);
  const others = useImporting((state) => state.layers);
  const document = useWorkspace((state) => state.document);
  const { target, kind } = layer.choices;
  const existing = into === 'current' ? (document?.layers.filter((other) => other.kind === kind) ?? []) : [];
  const joinable = others.filter(
    ({ key, choices }) =>
      key !== layer.key && choices.kind === kind && choices.included && choices.target.type !== 'join',
  );
  const options: { value: string; label: string; target: ImportTarget }[] = [
    { value: 'new', label: t('importing.new'), target: { type: 'new' } },
    ...existing.flatMap(({ id, title }) => [
      {
        value: `update ${id}`,
        label: t('importing.update', { title }),
        target: { type: 'update', layer: id, keepMissing: false } as const,
      },
      {
        value: `append ${id}`,
        label: t('importing.append', { title }),
        target: { type: 'append', layer: id } as const,
      },
    ]),
    ...joinable.map(({ key, choices }) => ({
      value: `join ${key}`,
      label: t('importing.join', { title: choices.title }),
      target: { type: 'join', with: key } as const,
    })),
  ];
  return (
    <div>
      <Select
        size="xs"
        label={t('importing.target')}
        allowDeselect={false}
        value={codeOf(target)}
        data={options.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => {
          const chosen = options.find((option) => option.value === value);
          if (chosen) onChange(chosen.target);
        }}
        data-testid="import-target"
      />
      {target.type === 'update' && (
        <Checkbox
          size="xs"
          mt={6}
          label={t('importing.keepMissing')}
          checked={target.keepMissing}
          onChange={(event) => onChange({ ...target, keepMissing: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

function codeOf(target: ImportTarget): string {
  if (target.type === 'new') return 'new';
  return target.type === 'join' ? `join ${target.with}` : `${target.type} ${target.layer}`;
}
