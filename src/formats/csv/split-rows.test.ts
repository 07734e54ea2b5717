import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { createRowSplitter } from './split-rows.ts';

function split(pieces: readonly string[]) {
  const splitter = createRowSplitter();
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

describe('rows of a text that comes in pieces', () => {
  it('are those of the whole text, wherever it is cut', () => {
    const random = createRandom(20261127);
    const marks = ['a', '裸土', '"', '""', ',', ',', '\r\n', '\r\n', ' ', '1.5'];
    for (let run = 0; run < 300; run++) {
      const cell = () =>
        random.integer(0, 2) === 0
          ? `"${Array.from({ length: 4 }, () => marks[random.integer(0, 9)]!.replace(/^"$/u, '""')).join('')}"`
          : 'x';
      const text = Array.from({ length: 30 }, () => `${cell()},${cell()},${cell()}\r\n`).join('');
      const first = text.indexOf('\r\n') + 2;
      const pieces: string[] = [text.slice(0, first)];
      for (let at = first; at < text.length; ) {
        const length = random.integer(1, 40);
        pieces.push(text.slice(at, at + length));
        at += length;
      }
      const whole = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);
      expect(split(pieces).map(({ cells }) => cells)).toEqual(whole);
    }
  });

  it('are not swallowed by a quote that is never closed', () => {
    const rows = split(['名称,x\n甲,1\n"乙,2\n丙,3\n', '丁,4\n']);
    expect(rows.map(({ cells }) => cells.join('|'))).toEqual(['名称|x', '甲|1', '"乙|2', '丙|3', '丁|4']);
    expect(rows.map(({ isMisquoted }) => isMisquoted)).toEqual([false, false, true, false, false]);
  });

  it('come back from quotes that are none, in time', () => {
    const rows = split(['名称,x\n', ...Array.from({ length: 40 }, () => '"aaaa\n'.repeat(20_000))]);
    expect(rows).toHaveLength(800_001);
    expect(split(['a\n', '"x'.repeat(1_000_000)]).length).toBeGreaterThan(1);
  });
});
