/** Whether the first steps stand on the page: on the demo, once its findings are in, until they are done or skipped. Their code comes only then. */
import { lazy } from 'react';
import { useImporting, useSettings, useView, useWorkspace } from '../app-context.tsx';
import { Lazily } from '../shell/Lazily.tsx';

const WelcomeSteps = lazy(() => import('./WelcomeSteps.tsx').then((module) => ({ default: module.WelcomeSteps })));

export function Welcome() {
  const welcomed = useSettings((settings) => settings.welcomed);
  const isChecked = useWorkspace((state) => state.isDemo && state.phase === 'ready' && state.check !== undefined);
  const isFree = useView((state) => state.mode === 'browse' && !state.panel && !state.pointerTool);
  const isImporting = useImporting((state) => state.phase !== 'none');
  return <Lazily quiet>{!welcomed && isChecked && isFree && !isImporting ? <WelcomeSteps /> : null}</Lazily>;
}
