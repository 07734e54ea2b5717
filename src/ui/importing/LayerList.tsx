/** What the files hold, a line for each layer: whether it comes in, its kind, how many records became features. */
import { Checkbox } from '@mantine/core';
import type { ExaminedLayer } from '../../formats/importing/import-types.ts';
import { formatCount } from '../../i18n/format.ts';
import { useApp, useCommands, useImporting, useTexts } from '../app-context.tsx';
import classes from './importing.module.css';

export function LayerList() {
  const { t } = useTexts();
  const layers = useImporting((state) => state.layers);
  return (
    <ul className={classes.layers} aria-label={t('importing.layers')}>
      {layers.map((layer) => (
        <LayerItem key={layer.key} layer={layer} />
      ))}
    </ul>
  );
}

function LayerItem({ layer }: { readonly layer: ExaminedLayer }) {
  const { t } = useTexts();
  const { importing } = useApp();
  const { reviseImport } = useCommands();
  const isCurrent = useImporting((state) => state.current === layer.key);
  const { choices, problem, facts, records, key } = layer;
  return (
    <li className={classes.layer} data-current={isCurrent} data-testid="import-layer">
      <Checkbox
        size="xs"
        checked={choices.included}
        disabled={problem !== undefined}
        onChange={(event) => reviseImport(key, { ...choices, included: event.currentTarget.checked })}
        aria-label={t('importing.include', { title: choices.title })}
      />
      <button
        type="button"
        className={classes.layerButton}
        aria-current={isCurrent}
        onClick={() => importing.setState({ current: key })}
      >
        <span className={classes.layerTitle} title={`${layer.file}${layer.sheet ? ` · ${layer.sheet}` : ''}`}>
          {choices.title}
        </span>
        <span className={problem ? classes.bad : classes.muted}>
          {problem ? t('importing.kind.unsure') : isJoined(layer) ? t('importing.joined') : t(`kind.${choices.kind}`)}
        </span>
        <span className={classes.muted} title={t('importing.records', countsOf(layer))}>
          {t('importing.records.short', { features: formatCount(facts.features), records: formatCount(records) })}
        </span>
      </button>
    </li>
  );
}

const isJoined = ({ choices }: ExaminedLayer): boolean => choices.target.type === 'join';

/** Rows in = features + skipped, always; as people read numbers. */
export function countsOf({ records, facts }: ExaminedLayer) {
  return {
    records: formatCount(records),
    features: formatCount(facts.features),
    skipped: formatCount(records - facts.features),
  };
}
