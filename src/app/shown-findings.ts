/** Which findings the map shows, and what of them: the same for drawing and for clicking. */
import type { FindingShape } from '../map/map-types.ts';
import type { Finding } from '../model/findings.ts';
import type { ScopeMembers } from '../ui/store/scope-members.ts';
import { isMasked, type ViewState } from '../ui/store/view-store.ts';
import type { WorkspaceState } from '../ui/store/workspace-store.ts';

type Shown = Pick<ViewState, 'hiddenRules' | 'scopeMembers' | 'masks' | 'onlyFindings' | 'recolors'>;
export type ShownFinding = Pick<Finding, 'id' | 'rule' | 'at' | 'subjects' | 'measures' | 'geometry'>;
type Checked = Pick<WorkspaceState, 'check' | 'features'>;

/** Open ones of the rules that are not hidden; none while an alert colours the map. Ground outside every patrol zone has its shape only where it is looked at. */
export function shownFindings(workspace: Checked, view: Shown): ShownFinding[] {
  const { hiddenRules, onlyFindings } = view;
  // Colours say what an alert asks: marks would lie on them.
  if (view.recolors.alert) return [];
  const isMasking = Object.values(view.masks).some((masks) => masks !== undefined);
  return (workspace.check?.findings ?? [])
    .filter(({ rule, status }) => status === 'open' && !hiddenRules.has(rule))
    .filter(({ rule, id }) => onlyFindings?.get(rule)?.has(id) ?? true)
    .filter((finding) => !isMasking || !isFilteredOut(finding, workspace, view))
    .map((finding) => (isUnpatrolledGround(finding) ? withoutGeometry(finding) : finding));
}

/** A finding goes with its features: where all of them are filtered out of the map, it is too. */
function isFilteredOut({ subjects }: Finding, { features }: Checked, view: Shown): boolean {
  return (
    subjects.length > 0 &&
    subjects.every(({ layer, feature }) => {
      const index = features.get(layer)?.indexOf(feature);
      return index !== undefined && isMasked(view, layer, index);
    })
  );
}

/**
 * Most of a district is outside of every patrol zone: as a gap it would cover the map that it is part
 * of. It is in the list, and shows its shape when it is selected.
 */
function isUnpatrolledGround({ rule, explain }: Finding): boolean {
  return rule === 'zone-gap' && explain.params.kind === 'patrolZone';
}

function withoutGeometry({ id, rule, at, subjects, measures }: Finding): ShownFinding {
  return { id, rule, at, subjects, measures };
}

/** As the map draws them: faint outside of a scope. O(findings). */
export function findingShapes(
  findings: readonly Omit<ShownFinding, 'measures'>[],
  members: ScopeMembers | undefined,
): FindingShape[] {
  return findings.map((finding) => ({
    id: finding.id,
    rule: finding.rule,
    at: finding.at,
    ...(finding.geometry ? { geometry: finding.geometry } : {}),
    dimmed: members !== undefined && !members.hasFinding(finding),
  }));
}
