/** Which findings the map shows, and what of them: the same for drawing and for clicking. */
import type { Subject } from '../core/subject.ts';
import type { Finding } from '../model/findings.ts';
import { isMasked, type ViewState } from '../ui/store/view-store.ts';
import type { WorkspaceState } from '../ui/store/workspace-store.ts';

type Shown = Pick<ViewState, 'hiddenRules' | 'scopeMembers' | 'masks'>;

/** Open ones of the rules that are not hidden, but for those about features that are all filtered out. Ground outside every patrol zone has its shape only where it is looked at. */
export function shownFindings(workspace: Pick<WorkspaceState, 'check' | 'features'>, view: Shown): Finding[] {
  const { hiddenRules } = view;
  const isFiltered = Object.values(view.masks).some((masks) => masks !== undefined);
  const isShown = ({ layer, feature }: Subject) => {
    const index = workspace.features.get(layer)?.indexOf(feature);
    return index === undefined || !isMasked(view, layer, index);
  };
  return (workspace.check?.findings ?? [])
    .filter(({ rule, status }) => status === 'open' && !hiddenRules.has(rule))
    .filter(({ subjects }) => !isFiltered || subjects.some(isShown))
    .map((finding) => (isUnpatrolledGround(finding) ? withoutGeometry(finding) : finding));
}

/**
 * Most of a district is outside of every patrol zone: as a gap it would cover the map that it is part
 * of. It is in the list, and shows its shape when it is selected.
 */
function isUnpatrolledGround({ rule, explain }: Finding): boolean {
  return rule === 'zone-gap' && explain.params.kind === 'patrolZone';
}

function withoutGeometry({ geometry: _, ...finding }: Finding): Finding {
  return finding;
}
