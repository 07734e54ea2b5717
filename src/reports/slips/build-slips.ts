/**
 * The slips of a check: one per open finding, or one per street with its findings. Exceptions, joint duties and
 * what a case says is settled get none. Knows no layout and no file.
 */
import { FALLBACK_AS_OF } from '../../checks/as-of.ts';
import { listClosed } from '../../model/cases.ts';
import { createFeatureLookup } from '../../model/feature-lookup.ts';
import type { CheckResult } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createZonePath, listStreets, type PathZone } from '../zone-path.ts';
import { buildItem, type PlacedFinding, readPeople, type SlipFrame, streetOf } from './build-item.ts';
import type { Slip } from './slip.ts';
import { addDays, findDay } from './slip-days.ts';
import type { SlipOptions } from './slip-options.ts';
import { createFindingPhotos } from './slip-photos.ts';

/**
 * In the order of the findings (priority, then severity), or of the streets in the workspace; what no street
 * holds comes last. Serial numbers count all open findings (or streets with some) of the check, before any
 * filter: two slips of one check never share a number, whoever asks for which. Empty where nothing is open.
 * O(findings + slips × zones); by street, O(findings × zones).
 */
export function buildSlips(document: WorkspaceDocument, result: CheckResult, options: SlipOptions): Slip[] {
  const lookup = createFeatureLookup(document);
  const frame: SlipFrame = {
    document,
    options,
    lookup,
    photosOf: createFindingPhotos(document, lookup),
    issued: findDay(result.asOf) ?? FALLBACK_AS_OF,
  };
  const pathOf = createZonePath(document);
  const open: PlacedFinding[] = result.findings
    .filter(({ status }) => status === 'open')
    .map((finding) => {
      let path: readonly PathZone[] | undefined;
      return {
        finding,
        path() {
          path ??= pathOf(finding.at);
          return path;
        },
      };
    });
  const closed = listClosed(document);
  const fits = createFilter(options);
  const accepts: Accepts = (placed) => !closed.has(placed.finding.id) && fits(placed);
  return options.per === 'street' ? perStreet(frame, open, accepts) : perFinding(frame, open, accepts);
}

type Accepts = (placed: PlacedFinding) => boolean;

function createFilter({ rules, street, ids: listed }: SlipOptions): Accepts {
  const ids = listed && new Set(listed);
  return ({ finding, path }) => {
    if (rules && !rules.includes(finding.rule)) return false;
    if (ids && !ids.has(finding.id)) return false;
    if (street === undefined) return true;
    const found = streetOf(path());
    return found !== undefined && (found.name === street || found.subject.feature === street);
  };
}

function perFinding(frame: SlipFrame, open: readonly PlacedFinding[], accepts: Accepts): Slip[] {
  return open.flatMap((placed, index) => {
    if (!accepts(placed)) return [];
    const item = buildItem(frame, placed);
    const { street, units, people } = item;
    return [{ ...head(frame, index + 1), of: 'finding', ...(street && { street }), units, people, items: [item] }];
  });
}

function perStreet(frame: SlipFrame, open: readonly PlacedFinding[], accepts: Accepts): Slip[] {
  const { lookup, options } = frame;
  const groups = new Map<PathZone | undefined, PlacedFinding[]>();
  const byId = new Map(listStreets(frame.document).map((street) => [idOf(street), street]));
  for (const street of byId.values()) groups.set(street, []);
  groups.set(undefined, []);
  for (const placed of open) {
    const street = streetOf(placed.path());
    groups.get(street && byId.get(idOf(street)))?.push(placed);
  }
  const used = [...groups].filter(([, group]) => group.length > 0);
  return used.flatMap(([street, group], index) => {
    const items = group.filter(accepts).map((placed) => buildItem(frame, placed));
    if (items.length === 0) return [];
    const owner = street && lookup.fieldOf(street.subject, 'owner');
    const units = owner === undefined ? [...new Set(items.flatMap((item) => item.units))] : [owner];
    const people = street && options.withPersonal ? readPeople(lookup, [street.subject], []) : {};
    const of = street && { street: street.name, zone: street.subject };
    return [{ ...head(frame, index + 1), of: 'street', ...of, units, people, items }];
  });
}

const idOf = ({ subject }: PathZone) => `${subject.layer}/${subject.feature}`;

function head({ options, issued }: SlipFrame, number: number) {
  const [year = '', month = ''] = issued.split('-');
  const serial = String(number).padStart(3, '0');
  return {
    kind: options.kind ?? 'assignment',
    number: `${year}-${month}-${serial}`,
    year,
    month,
    serial,
    issued,
    deadline: addDays(issued, options.deadlineDays),
  };
}
