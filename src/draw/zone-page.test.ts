import { describe, expect, it } from 'vitest';
import { formatZonePage, type PageOptions } from './zone-page.ts';

const NAME = '东区 <script>alert(1)</script>';
const zone = {
  id: 'P-001',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [113.6, 34.7],
        [113.61, 34.7],
        [113.61, 34.71],
        [113.6, 34.71],
        [113.6, 34.7],
      ],
    ],
  } as GeoJSON.Polygon,
  properties: { id: 'P-001', name: NAME, owner: '甲 & 乙', level: 'grid', person: '张某' },
};
const road = (name: string, longitude: number) => ({
  name,
  paths: [[-1, 0, 1].map((step) => [longitude, 34.705 + step / 1000])],
});
const options = (withPersonal = false): PageOptions => ({
  withPersonal,
  knownFields: new Set(['id', 'name', 'owner', 'level', 'person']),
  title: `云河区 · ${NAME}`,
  language: 'zh-CN',
  labelOf: (field) => `字段${field}`,
  textOf: (_, value) => (value === 'grid' ? '网格' : String(value)),
  factsOf: () => [['面积', '1.0 km²']],
  roads: [road('云河路', 113.605), road('远路', 114.2)],
  words: { corners: '界址点', number: '序号', longitude: '经度', latitude: '纬度', foot: 'WGS84' },
});

describe('a page to send', () => {
  const page = formatZonePage([zone], options());

  it('holds no link, no script, nothing to fetch, and text as text', () => {
    expect(page).not.toMatch(/<script|<a\b|<img|<link|https?:|url\(|@import/i);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('东区 &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('甲 &amp; 乙');
  });

  it('names people only when asked to, codes in words', () => {
    expect(page).not.toContain('张某');
    expect(formatZonePage([zone], options(true))).toContain('张某');
    expect(page).toContain('<th>字段level</th><td>网格</td>');
    expect(page).toContain('<th>面积</th><td>1.0 km²</td>');
  });

  it('lists each corner once, and draws the border and the roads in sight', () => {
    expect(page.match(/<tr><td>\d+<\/td>/g)).toHaveLength(4);
    expect(page).toContain('<td>113.610000</td><td>34.700000</td>');
    expect(page.match(/class="zone"/g)).toHaveLength(1);
    expect(page.match(/class="road"/g)).toHaveLength(1);
    expect(page).toContain('>云河路</text>');
    expect(page).not.toContain('远路');
  });

  it('keeps proportions and puts north up', () => {
    const [, path = ''] = /class="zone" d="M([^"]+)"/.exec(page) ?? [];
    const corners = path.split('L').map((pair) => pair.split(' ').map(Number));
    const [west, east, top] = [corners[0]!, corners[1]!, corners[2]!];
    expect(west[0]!).toBeLessThan(east[0]!);
    expect(top[1]!).toBeLessThan(east[1]!);
    const narrowing = Math.cos((34.705 * Math.PI) / 180);
    expect((east[0]! - west[0]!) / (east[1]! - top[1]!)).toBeCloseTo(narrowing, 2);
  });

  it('has several zones on one drawing as well, and none for a feature without a shape', () => {
    const two = formatZonePage([zone, { ...zone, id: 'P-002' }], options());
    expect(two.match(/<svg/g)).toHaveLength(3);
    expect(two.match(/class="title"/g)).toHaveLength(2);
    expect(formatZonePage([{ ...zone, geometry: null }], options())).not.toContain('<svg');
  });
});
