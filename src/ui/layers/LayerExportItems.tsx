/** A layer as a file to hand on: the format is the choice, people go along only when ticked. */
import { useState } from 'react';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import { FormatItems, TickItem } from '../exporting/FormatItems.tsx';

export function LayerExportItems({ layer }: { readonly layer: string }) {
  const { t } = useTexts();
  const { exportFeatures } = useCommands();
  const title = useWorkspace((state) => state.features.get(layer)?.layer.title ?? layer);
  const [withPersonal, setWithPersonal] = useState(false);
  return (
    <FormatItems
      title={t('export.layer')}
      testId="export-layer"
      onChoose={(format) => exportFeatures({ title, sets: [{ of: 'layer', layer }], format, withPersonal })}
    >
      <TickItem
        label={t('export.personal')}
        checked={withPersonal}
        onChange={setWithPersonal}
        testId="export-layer-personal"
      />
    </FormatItems>
  );
}
