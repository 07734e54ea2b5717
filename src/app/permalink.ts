/**
 * What is looked at, as the hash of an address: camera, hidden layers and rules, selection, scope. Of the
 * data it holds ids alone: names of workspaces and units are in it only as hashes. Pure.
 *
 *   w=KEY & at=ZOOM/LATITUDE/LONGITUDE[/BEARING] & layers=ID,ID & rules=RULE,RULE & sel=f:FINDING | o:LAYER/FEATURE & scope=z:LAYER/FEATURE | u:KEY
 */
import type { Subject } from '../core/subject.ts';
import { RULE_IDS, type RuleId } from '../model/findings.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Target } from '../ui/store/view-store.ts';

export type LinkedScope =
  | { readonly type: 'zone'; readonly zone: Subject }
  /** A unit by the hash of its name. */
  | { readonly type: 'owner'; readonly key: string };

export interface Permalink {
  readonly workspace: string;
  readonly camera?: { readonly center: LonLat; readonly zoom: number; readonly bearing: number };
  readonly hiddenLayers: readonly string[];
  readonly hiddenRules: readonly RuleId[];
  readonly selection?: Target | undefined;
  readonly scope?: LinkedScope | undefined;
}

export function formatPermalink({ workspace, camera, hiddenLayers, hiddenRules, selection, scope }: Permalink): string {
  const parts = [`w=${workspace}`];
  if (camera) parts.push(`at=${formatCamera(camera)}`);
  if (hiddenLayers.length > 0) parts.push(`layers=${hiddenLayers.map(encodeURIComponent).join(',')}`);
  if (hiddenRules.length > 0) parts.push(`rules=${hiddenRules.join(',')}`);
  if (selection?.type === 'finding') parts.push(`sel=f:${encodeURIComponent(selection.id)}`);
  else if (selection) parts.push(`sel=o:${formatSubject(selection.subject)}`);
  if (scope) parts.push(`scope=${scope.type === 'zone' ? `z:${formatSubject(scope.zone)}` : `u:${scope.key}`}`);
  return parts.join('&');
}

/** Undefined without a hash; `broken` for anything that is no link of ours as a whole: half a view would mislead. */
export function parsePermalink(hash: string): Permalink | 'broken' | undefined {
  const text = hash.replace(/^#/, '');
  if (text === '') return undefined;
  const fields = new Map(text.split('&').map((part) => splitAt(part, '=')));
  const workspace = fields.get('w');
  if (!workspace || !/^\w+$/.test(workspace)) return 'broken';
  try {
    const [camera, selection, scope] = [fields.get('at'), fields.get('sel'), fields.get('scope')];
    const known = new Set<string>(RULE_IDS);
    return {
      workspace,
      ...(camera === undefined ? {} : { camera: parseCamera(camera) }),
      hiddenLayers: listOf(fields.get('layers')).map(decodeURIComponent),
      hiddenRules: listOf(fields.get('rules')).filter((rule): rule is RuleId => known.has(rule)),
      ...(selection === undefined ? {} : { selection: parseSelection(selection) }),
      ...(scope === undefined ? {} : { scope: parseScope(scope) }),
    };
  } catch {
    return 'broken';
  }
}

function formatCamera({ center: [longitude, latitude], zoom, bearing }: NonNullable<Permalink['camera']>): string {
  const turn = Math.round(bearing) === 0 ? [] : [String(Math.round(bearing))];
  return [zoom.toFixed(2), latitude.toFixed(5), longitude.toFixed(5), ...turn].join('/');
}

function parseCamera(text: string): NonNullable<Permalink['camera']> {
  const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN, bearing = 0] = text.split('/').map(Number);
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!isPlace || !(zoom >= 0 && zoom <= 24) || !Number.isFinite(bearing)) throw new RangeError(`camera ${text}`);
  return { center: [longitude, latitude], zoom, bearing };
}

function parseSelection(text: string): Target {
  const [sort, id] = splitAt(text, ':');
  if (sort === 'f' && id) return { type: 'finding', id: decodeURIComponent(id) };
  if (sort === 'o') return { type: 'feature', subject: parseSubject(id) };
  throw new RangeError(`selection ${text}`);
}

function parseScope(text: string): LinkedScope {
  const [sort, id] = splitAt(text, ':');
  if (sort === 'u' && id) return { type: 'owner', key: id };
  if (sort === 'z') return { type: 'zone', zone: parseSubject(id) };
  throw new RangeError(`scope ${text}`);
}

const formatSubject = ({ layer, feature }: Subject) => `${encodeURIComponent(layer)}/${encodeURIComponent(feature)}`;

function parseSubject(text: string): Subject {
  const [layer, feature] = splitAt(text, '/');
  if (!layer || !feature) throw new RangeError(`subject ${text}`);
  return { layer: decodeURIComponent(layer), feature: decodeURIComponent(feature) };
}

const listOf = (text: string | undefined) => (text ?? '').split(',').filter((item) => item !== '');

function splitAt(text: string, separator: string): [before: string, after: string] {
  const place = text.indexOf(separator);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}
