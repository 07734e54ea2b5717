/** Panels beside and under the map, and what is assumed while the panel of assumptions is the one that is open. */
import type { SceneWhatIf } from '../../../model/scene.ts';
import { actionsFor } from '../../../rules/alert-plan.ts';
import type { AppServices } from '../../app-context.tsx';
import { DRAWER_TABS, SIDE_PANELS, type ViewState } from '../../store/view-store.ts';
import { INITIAL_WHAT_IF, type WhatIfState } from '../../store/what-if-state.ts';
import { listReadings } from '../../whatif/list-readings.ts';
import { until } from '../until.ts';
import { PATIENCE_MS, type ViewPart } from './view-part.ts';

export const panelsPart: ViewPart = {
  read({ view }) {
    const { panel, drawer, whatIf } = view.getState();
    return {
      ...(panel ? { panel } : {}),
      ...(drawer ? { drawer } : {}),
      ...(panel === 'whatIf' ? { whatIf: readWhatIf(whatIf) } : {}),
    };
  },
  show({ panel, drawer, whatIf }, services) {
    const { view } = services;
    const before = view.getState();
    view.setState({
      // What is assumed is on the map as long as its panel is the open one.
      panel: whatIf ? 'whatIf' : SIDE_PANELS.find((known) => known === panel),
      drawer: DRAWER_TABS.find((known) => known === drawer),
      ...(whatIf ? { whatIf: { ...INITIAL_WHAT_IF, ...assumedBy(whatIf, services) } } : {}),
    });
    return untilColoured(before, services);
  },
  remember({ view }) {
    const { panel, drawer, whatIf } = view.getState();
    return () => view.setState({ panel, drawer, whatIf });
  },
};

function readWhatIf({ alert, wind, reachMeters, minAreaSquareMeters, onlyOpenSoil }: WhatIfState): SceneWhatIf {
  return {
    ...(alert ? { alert } : {}),
    ...(wind ? { wind: windAsKept(wind) } : {}),
    ...(reachMeters === undefined ? {} : { reachMeters }),
    ...(minAreaSquareMeters > 0 ? { minAreaSquareMeters } : {}),
    ...(onlyOpenSoil ? { onlyOpenSoil } : {}),
  };
}

function windAsKept({ fromDegrees, force, reading }: NonNullable<WhatIfState['wind']>): SceneWhatIf['wind'] {
  if (reading) return { station: reading.station };
  return { fromDegrees, ...(force === undefined ? {} : { force }) };
}

function assumedBy({ wind, ...rest }: SceneWhatIf, { workspace }: AppServices): Partial<WhatIfState> {
  if (!wind) return rest;
  if (!('station' in wind)) return { ...rest, wind: { fromDegrees: wind.fromDegrees, force: wind.force } };
  const { document, check } = workspace.getState();
  const { layer, feature } = wind.station;
  const read = listReadings(document?.series ?? [], check?.asOf).find(
    ({ station }) => station.layer === layer && station.feature === feature,
  );
  return { ...rest, wind: read?.wind };
}

/** Until the colours of the alert lie on the map, or have left it. */
function untilColoured(before: ViewState, { view, workspace }: AppServices): Promise<void> | undefined {
  const after = view.getState();
  const alertOf = ({ panel, whatIf }: ViewState) => (panel === 'whatIf' ? whatIf.alert : undefined);
  const alert = alertOf(after);
  if (alert === alertOf(before)) return undefined;
  const plan = workspace.getState().document?.rulePack.alertPlan;
  const isColoured = alert !== undefined && plan !== undefined && actionsFor(plan, alert).length > 0;
  const old = before.recolors.alert;
  return until(
    view,
    ({ recolors }) =>
      isColoured ? recolors.alert !== undefined && recolors.alert !== old : recolors.alert === undefined,
    PATIENCE_MS,
  );
}
