/** What the panel of assumptions draws, where the panel itself does not stand: while scenes are put together and shown. */
import type { RulePack } from '../../model/rule-pack.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { useView, useWorkspace } from '../app-context.tsx';
import { useAlert } from './use-alert.ts';
import { useSectors } from './use-sectors.ts';
import { useUpwind } from './use-upwind.ts';

export function WhatIfOnMap() {
  const pack = useWorkspace((state) => state.document?.rulePack);
  const hasWind = useView((state) => state.whatIf.wind !== undefined);
  if (!pack) return null;
  return (
    <>
      <Alert pack={pack} />
      {hasWind && <Sectors pack={pack} />}
    </>
  );
}

function Alert({ pack }: { readonly pack: RulePack }) {
  useAlert(
    pack.alertPlan,
    useView((state) => state.whatIf.alert),
  );
  return null;
}

function Sectors({ pack }: { readonly pack: RulePack }) {
  const reachMeters = useView((state) => state.whatIf.reachMeters);
  const thresholds = thresholdsInForce(pack);
  const { places } = useUpwind(reachMeters ?? thresholds.hotspotSourceReachMeters, thresholds.upwindSectorDegrees);
  useSectors(places, places[0]);
  return null;
}
