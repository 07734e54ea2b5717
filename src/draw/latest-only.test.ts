import { describe, expect, it } from 'vitest';
import { createLatestOnly } from './latest-only.ts';

function setUp() {
  const asked: number[] = [];
  const answers: string[] = [];
  const settle: ((text: string) => void)[] = [];
  const latest = createLatestOnly<number, string>(
    (question) => {
      asked.push(question);
      return new Promise((resolve) => settle.push(resolve));
    },
    (answer, question) => answers.push(`${question}:${answer}`),
  );
  const finish = async (index: number) => {
    settle[index]?.('a');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { asked, answers, latest, finish };
}

describe('latest only', () => {
  it('asks one at a time, and of the waiting ones the last', async () => {
    const { asked, answers, latest, finish } = setUp();
    for (const question of [1, 2, 3, 4]) latest.ask(question);
    expect(asked).toEqual([1]);
    await finish(0);
    expect(asked).toEqual([1, 4]);
    await finish(1);
    expect(answers).toEqual(['1:a', '4:a']);
  });

  it('does not report what was forgotten, and goes on after it', async () => {
    const { asked, answers, latest, finish } = setUp();
    latest.ask(1);
    latest.ask(2);
    latest.forget();
    latest.ask(3);
    await finish(0);
    await finish(1);
    expect(asked).toEqual([1, 3]);
    expect(answers).toEqual(['3:a']);
  });
});
