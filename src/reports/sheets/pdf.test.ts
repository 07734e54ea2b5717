import { describe, expect, it } from 'vitest';
import { buildPdf, type PdfPage } from './pdf.ts';

const page: PdfPage = {
  widthMillimeters: 297,
  heightMillimeters: 210,
  jpeg: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
  widthPixels: 1,
  heightPixels: 1,
  texts: [
    { text: '扬尘源 A1', x: 148.5, baseline: 20, size: 8, align: 'center' },
    { text: '', x: 0, baseline: 0, size: 8, align: 'left' },
  ],
};
const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

describe('a PDF', () => {
  const bytes = buildPdf([page, page], '示范区图集');
  const text = latin1(bytes);

  it('has every object where its table says', () => {
    const table = Number(/startxref\n(\d+)/.exec(text)![1]);
    const rows = text.slice(table).match(/^\d{10} \d{5} n /gm)!;
    expect(rows).toHaveLength(7 + 2 * 3);
    for (const [index, row] of rows.entries()) {
      expect(text.slice(Number(row.slice(0, 10)))).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
    }
  });

  it('has pages of the size of the paper', () => {
    expect(text.match(/\/MediaBox \[0 0 841\.89 595\.276\]/g)).toHaveLength(2);
  });

  it('holds its text as UTF-16, unseen, where it is read', () => {
    expect(text).toContain('BT 3 Tr');
    const [, x, y, code] = / (\S+) (\S+) Tm <([0-9A-F]+)> Tj/.exec(text)!;
    const units = code!.match(/.{4}/g)!.map((unit) => String.fromCharCode(Number.parseInt(unit, 16)));
    expect(units.join('')).toBe('扬尘源 A1');
    // Three wide letters and three narrow ones of 8 mm, centred; 190 mm above the lower edge.
    expect(Number(x)).toBeCloseTo(((148.5 - (3 + 3 * 0.55) * 4) * 72) / 25.4, 2);
    expect(Number(y)).toBeCloseTo((190 * 72) / 25.4, 2);
    expect(text.match(/Tj/g)).toHaveLength(2);
  });

  it('is the same twice, and none without pages', () => {
    expect(buildPdf([page, page], '示范区图集')).toEqual(bytes);
    expect(() => buildPdf([], '')).toThrow('expected at least one');
  });

  it('says how long each stream is', () => {
    for (const [, length, content] of text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) {
      expect(content).toHaveLength(Number(length));
    }
  });
});
