import { describe, expect, it } from 'vitest';
import { workspaceKey } from '../model/workspace-key.ts';
import { findingAddress } from '../reports/finding-address.ts';
import { formatPermalink, type Permalink, parsePermalink } from './permalink.ts';

const LINK: Permalink = {
  workspace: workspaceKey('云河区示范（虚构）2026年11月'),
  camera: { center: [113.63447, 34.74027], zoom: 13.25, bearing: -12 },
  hiddenLayers: ['soil', 'routes & roads'],
  hiddenRules: ['zone-gap', 'route-overlap'],
  selection: { type: 'feature', subject: { layer: 'soil', feature: '图斑 3/甲' } },
  scope: { type: 'zone', zone: { layer: 'streets', feature: 'S1' } },
};

describe('permalinks', () => {
  it('come back as they went, whatever characters ids have', () => {
    const text = formatPermalink(LINK);
    expect(text).toMatch(/^[\w.~!*'(),;/:@&=+$%-]+$/);
    expect(parsePermalink(`#${text}`)).toEqual(LINK);
    const finding: Permalink = { ...LINK, selection: { type: 'finding', id: 'zone-gap:1a2b' } };
    expect(parsePermalink(`#${formatPermalink(finding)}`)).toEqual(finding);
  });

  it('leave out what is as usual', () => {
    const bare: Permalink = { workspace: 'abc', hiddenLayers: [], hiddenRules: [] };
    expect(formatPermalink(bare)).toBe('w=abc');
    expect(parsePermalink('#w=abc')).toEqual(bare);
  });

  it('hold no name of a workspace or of a unit', () => {
    const text = formatPermalink({
      ...LINK,
      selection: undefined,
      scope: { type: 'owner', key: workspaceKey('云河城管局') },
    });
    expect(decodeURIComponent(text)).not.toMatch(/[\u4e00-\u9fff]/);
    expect(parsePermalink(`#${text}`)).toMatchObject({ scope: { type: 'owner', key: workspaceKey('云河城管局') } });
  });

  it.each(['#foo', '#w=', '#w=abc&at=1/2', '#w=abc&at=12.0/95.0/113.0', '#w=abc&at=x/34/113', '#w=abc&sel=?', '#w=%'])(
    'are refused when broken: %s',
    (hash) => expect(parsePermalink(hash)).toBe('broken'),
  );

  it('are not there without a hash', () => {
    expect(parsePermalink('')).toBeUndefined();
    expect(parsePermalink('#')).toBeUndefined();
  });

  it('leave out rules that nobody knows', () => {
    expect(parsePermalink('#w=abc&rules=zone-gap,no-such-rule')).toMatchObject({ hiddenRules: ['zone-gap'] });
  });

  it('tell workspaces apart by their names', () => {
    expect(workspaceKey('示范区')).toMatch(/^[0-9a-z]{7}$/);
    expect(workspaceKey('示范区')).not.toBe(workspaceKey('示范区 '));
  });
});

it('a link of a ledger selects its finding', () => {
  const address = findingAddress('http://chentu.test/', '示范区', 'zone-gap:街道/7');
  expect(parsePermalink(new URL(address).hash)).toMatchObject({
    workspace: workspaceKey('示范区'),
    selection: { type: 'finding', id: 'zone-gap:街道/7' },
  });
});
