import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { valueAt } from '../../model/feature-batch.ts';
import { createTextNumberColumn } from './text-number-column.ts';

const read = (texts: readonly string[]) => {
  const column = createTextNumberColumn();
  for (const [row, text] of texts.entries()) if (text !== '') column.set(row, text);
  const built = column.finish(texts.length);
  return texts.map((_, row) => valueAt(built, row));
};

describe('a column of a table of text', () => {
  it('is of numbers where all its cells are', () => {
    expect(read(['1', '', '2.50', '-0.5', '+3'])).toEqual([1, null, 2.5, -0.5, 3]);
    expect(read(['', ''])).toEqual([null, null]);
  });

  it('gives every text back as it stood, once one is no number', () => {
    const random = createRandom(20261127);
    const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('');
    const texts = Array.from({ length: 5000 }, () => {
      const whole = String(random.integer(0, 10 ** random.integer(0, 9)));
      const sign = ['', '', '-', '+'][random.integer(0, 3)]!;
      const places = random.integer(0, 15);
      return random.integer(0, 9) === 0 ? '' : `${sign}${whole}${places > 0 ? `.${digits(places)}` : ''}`;
    });
    expect(read([...texts, '约十'])).toEqual([...texts.map((text) => text || null), '约十']);
    expect(read(texts)).toEqual(texts.map((text) => (text ? Number(text) : null)));
  });

  it('keeps codes, decimal commas and words as text', () => {
    for (const text of ['007', '410101001001', '1,5', '12%', '１２', '1e5', '1,234.5'])
      expect(read([text])).toEqual([text]);
  });
});
