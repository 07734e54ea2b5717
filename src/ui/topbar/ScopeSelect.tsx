/** Narrows map, findings and totals to one street or one responsible unit. */
import { Select } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import type { FeaturesByLayer } from '../store/layer-features.ts';
import { listScopes, parseScopeKey, scopeKey } from '../store/scope-members.ts';

const NOTHING: FeaturesByLayer = new Map();

export function ScopeSelect() {
  const { t } = useTexts();
  const { setScope } = useCommands();
  const features = useWorkspace((state) => state.features);
  const scope = useView((state) => state.scope);
  const input = useRef<HTMLInputElement>(null);
  // Every feature's unit is counted: not before somebody looks.
  const [isAsked, setAsked] = useState(false);
  const isNeeded = isAsked || scope !== undefined;
  const choices = useMemo(() => listScopes(isNeeded ? features : NOTHING), [features, isNeeded]);
  const data = [
    { value: 'all', label: t('app.scope.all') },
    {
      group: t('app.scope.zones'),
      items: choices.zones.map(({ zone, title }) => ({ value: scopeKey({ type: 'zone', zone }), label: title })),
    },
    {
      group: t('app.scope.owners'),
      items: choices.owners.map(({ owner }) => ({ value: scopeKey({ type: 'owner', owner }), label: owner })),
    },
  ];
  return (
    <Select
      size="xs"
      w={{ base: 110, lg: 170 }}
      aria-label={t('app.scope.title')}
      data-testid="scope"
      data={data}
      value={scopeKey(scope)}
      ref={input}
      onChange={(value) => {
        setScope(typeof value === 'string' ? parseScopeKey(value) : undefined);
        // The keys belong to the page again.
        input.current?.blur();
      }}
      searchable
      allowDeselect={false}
      limit={300}
      maxDropdownHeight={420}
      nothingFoundMessage={t('app.search.nothing')}
      onDropdownOpen={() => setAsked(true)}
      onFocus={() => setAsked(true)}
      disabled={features.size === 0}
      comboboxProps={{ width: 260, position: 'bottom-end', transitionProps: { duration: 0 } }}
    />
  );
}
