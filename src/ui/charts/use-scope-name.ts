/** The scope in words, with the clock of the check: what every chart and picture says of itself. */
import { formatDateTime } from '../../i18n/format.ts';
import { useTexts, useView, useWorkspace } from '../app-context.tsx';
import { titleOf } from '../store/layer-features.ts';

export function useScopeName(): string {
  const { t } = useTexts();
  const scope = useView((state) => state.scope);
  const features = useWorkspace((state) => state.features);
  const asOf = useWorkspace((state) => state.check?.asOf);
  const name = !scope ? t('charts.scope.all') : scope.type === 'owner' ? scope.owner : titleOf(features, scope.zone);
  const words = [t('charts.scope', { name }), ...(asOf ? [t('charts.asOf', { date: formatDateTime(asOf) })] : [])];
  return words.join(' · ');
}
