/** A zone with its names, codes and people, before it has borders. */
import type { ZoneLevel } from '../../src/model/kinds.ts';
import { DISTRICT, leaderName, phoneNumber, STREETS, three } from './names.ts';
import type { Point } from './plane.ts';

export interface PlannedZone {
  readonly id: string;
  readonly layer: 'zones' | 'patrols';
  readonly level: ZoneLevel;
  readonly duty: string;
  readonly name: string;
  readonly code: string;
  readonly parent: string | undefined;
  owner: string | undefined;
  person: string | undefined;
  phone: string | undefined;
  readonly leader: string;
  readonly address: string;
  readonly leaves: Set<number>;
  /** Arc id → this zone's own course of that arc, start to end. */
  readonly overrides: Map<number, readonly Point[]>;
  /** An outline of its own instead of leaves. */
  readonly drawn?: readonly Point[];
  /** Holes left out of it, each an open ring. */
  readonly holes: (readonly Point[])[];
}

export const GENERAL_DUTY = '扬尘管控';

export const streetIndexOf = (zone: PlannedZone): number => Number(zone.code.slice(6, 9)) - 1;

export const blank = () => ({
  leaves: new Set<number>(),
  overrides: new Map<number, readonly Point[]>(),
  holes: [] as (readonly Point[])[],
});

export function streetZone(index: number): PlannedZone {
  const { name } = STREETS[index]!;
  return {
    ...blank(),
    id: `J-${index + 1}`,
    layer: 'zones',
    level: 'street',
    duty: GENERAL_DUTY,
    name,
    code: `${DISTRICT.code}${three(index + 1)}000`,
    parent: undefined,
    owner: `${name}办事处`,
    person: `街道网格长 ${three(index + 1)}`,
    phone: phoneNumber(10 + index),
    leader: leaderName(index),
    address: `${name}办事处驻地`,
  };
}

export function communityZone(street: number, number: number, label: string, index: number): PlannedZone {
  const { name } = STREETS[street]!;
  const committee = label.endsWith('村') ? `${label}民委员会` : `${label}居委会`;
  return {
    ...blank(),
    id: `S-${three(index + 1)}`,
    layer: 'zones',
    level: 'community',
    duty: GENERAL_DUTY,
    name: label,
    code: `${DISTRICT.code}${three(street + 1)}${three(number)}`,
    parent: `J-${street + 1}`,
    owner: `${name}${committee}`,
    person: `社区网格长 ${three(index + 1)}`,
    phone: phoneNumber(100 + index),
    leader: leaderName(street),
    address: `${name}${label}`,
  };
}

export function gridZone(community: PlannedZone, number: number, index: number): PlannedZone {
  return {
    ...blank(),
    id: `G-${String(index + 1).padStart(4, '0')}`,
    layer: 'zones',
    level: 'grid',
    duty: GENERAL_DUTY,
    name: `${community.name}第 ${number} 网格`,
    code: `${community.code}${three(number)}`,
    parent: community.id,
    owner: community.owner,
    person: `网格员 ${three(index + 1)}`,
    phone: phoneNumber(1000 + index),
    leader: community.leader,
    address: community.address,
  };
}
