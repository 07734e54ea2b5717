/** What the words about a scene are made from. */
import { actionsFor } from '../../../rules/alert-plan.ts';
import { useTexts, useWorkspace } from '../../app-context.tsx';
import type { WordsContext } from './scene-words.ts';

export function useWordsContext(): WordsContext {
  const { t, language } = useTexts();
  const features = useWorkspace((state) => state.features);
  const findingById = useWorkspace((state) => state.findingById);
  const plan = useWorkspace((state) => state.document?.rulePack.alertPlan);
  return {
    t,
    language,
    features,
    findingById,
    isPlanned: (alert) => plan !== undefined && actionsFor(plan, alert).length > 0,
  };
}
