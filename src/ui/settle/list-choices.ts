/** The ways to settle a conflict that its sheet offers, the suggested one marked. No React. */
import type { ConflictParty, ConflictSheet, FixRequest } from '../../checks/settle/settle-types.ts';
import { subjectKey } from '../../core/subject.ts';
import type { WorkspaceException } from '../../model/workspace.ts';

export interface Choice {
  /** Stays the same as long as the conflict has the same zones. */
  readonly key: string;
  /** Of its words: `settle.fix.…`. */
  readonly text: string;
  readonly name: string;
  readonly suggested: boolean;
  /** Ground that changes hands, or words alone. */
  readonly request?: FixRequest;
  readonly accept?: WorkspaceException['kind'];
}

export function listChoices(sheet: ConflictSheet): Choice[] {
  const { rule, finding, parties, suggestion } = sheet;
  const owner = suggestion && subjectKey(suggestion.zone);
  const isOwner = ({ zone }: ConflictParty) => subjectKey(zone) === owner;
  const ways: Choice[] = [];
  if (rule === 'zone-overlap') {
    parties.forEach((party) => {
      const { zone: from, name } = party;
      const suggested = owner !== undefined && !isOwner(party);
      const request: FixRequest = { fix: 'clip', finding, from };
      ways.push({ key: `clip ${subjectKey(from)}`, text: 'clip', name, suggested, request });
    });
    ways.push({ key: 'split', text: 'split', name: '', suggested: false, request: { fix: 'split', finding } });
  }
  if (rule === 'zone-gap') {
    parties.forEach((party) => {
      const { zone: into, name } = party;
      const request: FixRequest = { fix: 'merge', finding, into };
      ways.push({ key: `merge ${subjectKey(into)}`, text: 'merge', name, suggested: isOwner(party), request });
    });
  }
  const [zone, parent] = parties;
  if (rule === 'zone-escape' && zone && parent) {
    const grows = suggestion?.reason === 'free';
    const clip: FixRequest = { fix: 'clip', finding, from: zone.zone };
    ways.push({ key: 'clip', text: 'clipToParent', name: zone.name, suggested: !grows, request: clip });
    ways.push({
      key: 'extend',
      text: 'extend',
      name: parent.name,
      suggested: grows,
      request: { fix: 'extend', finding },
    });
  }
  const kinds = rule === 'zone-overlap' ? (['joint', 'exception'] as const) : (['exception'] as const);
  return [
    ...ways,
    ...kinds.map((kind): Choice => ({ key: kind, text: kind, name: '', suggested: false, accept: kind })),
  ];
}
