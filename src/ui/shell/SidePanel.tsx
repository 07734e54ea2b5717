/** One panel beside the layers: what must stop, the rules, base maps. Their code comes when one is first opened. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { lazy } from 'react';
import { useApp, useTexts, useView, useWorkspace } from '../app-context.tsx';
import type { SidePanel as PanelName } from '../store/view-store.ts';
import { Lazily } from './Lazily.tsx';
import classes from './shell.module.css';
import { useFocusReturn } from './use-focus-return.ts';

const PANELS: Readonly<Record<PanelName, ReturnType<typeof lazy>>> = {
  whatIf: lazy(() => import('../whatif/WhatIfPanel.tsx').then(({ WhatIfPanel }) => ({ default: WhatIfPanel }))),
  rules: lazy(() => import('../rulepack/RulePackPanel.tsx').then(({ RulePackPanel }) => ({ default: RulePackPanel }))),
  baseMaps: lazy(() =>
    import('../basemap/BaseMapsPanel.tsx').then(({ BaseMapsPanel }) => ({ default: BaseMapsPanel })),
  ),
  measure: lazy(() => import('../measure/MeasurePanel.tsx').then(({ MeasurePanel }) => ({ default: MeasurePanel }))),
};

export function SidePanel() {
  const name = useView((state) => (state.mode === 'browse' ? state.panel : undefined));
  const hasDocument = useWorkspace((state) => state.document !== undefined);
  if (!name || (!hasDocument && name !== 'baseMaps')) return null;
  return <OpenPanel name={name} />;
}

function OpenPanel({ name }: { readonly name: PanelName }) {
  const { t } = useTexts();
  const { view } = useApp();
  const panel = useFocusReturn<HTMLElement>(name);
  const Panel = PANELS[name];
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes.side}
      aria-label={t(`panel.${name}`)}
      data-panel={name}
      data-testid={`panel-${name}`}
    >
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle}>{t(`panel.${name}`)}</h2>
        <Tooltip label={t('app.panel.close')}>
          <ActionIcon onClick={() => view.setState({ panel: undefined })} aria-label={t('app.panel.close')}>
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.sideBody}>
        <Lazily key={name}>
          <Panel />
        </Lazily>
      </div>
    </aside>
  );
}
