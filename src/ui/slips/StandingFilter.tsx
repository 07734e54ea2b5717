/** Narrows the list of findings to those whose cases stand in one way. Only where the workspace has cases. */
import { Select } from '@mantine/core';
import { CASE_STANDINGS, type CaseStanding } from '../../model/cases.ts';
import { useApp, useTexts, useView, useWorkspace } from '../app-context.tsx';

export function StandingFilter() {
  const { t } = useTexts();
  const { view } = useApp();
  const hasCases = useWorkspace((state) => (state.document?.cases?.length ?? 0) > 0);
  const standing = useView((state) => state.standing);
  if (!hasCases && standing === undefined) return null;
  return (
    <Select
      size="xs"
      aria-label={t('returns.filter')}
      placeholder={t('returns.filter.all')}
      data={CASE_STANDINGS.map((value) => ({ value, label: t(`returns.standing.${value}`) }))}
      value={standing ?? null}
      onChange={(value) => view.setState({ standing: (value ?? undefined) as CaseStanding | undefined })}
      clearable
      clearButtonProps={{ 'aria-label': t('app.clear') }}
      data-testid="standing-filter"
    />
  );
}
