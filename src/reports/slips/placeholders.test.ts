import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDERS } from './placeholders.ts';

const scopes = Object.entries(PLACEHOLDERS);

describe('placeholders', () => {
  it('stand all in docs/slips.md, under both names, and no others do', () => {
    const named = scopes.flatMap(([scope, all]) =>
      // The rules' own are among those of the findings, and are listed there.
      scope === 'rule' ? [] : all.map(({ zh, en, type }) => (type === 'list' ? `#${zh} #${en}` : `${zh} ${en}`)),
    );
    const page = readFileSync('docs/slips.md', 'utf8');
    const listed = [...page.matchAll(/^\| `\{(#?[^}]+)\}` *\| `\{(#?[^}]+)\}` *\|/gm)].map(
      ([, zh, en]) => `${zh} ${en}`,
    );
    expect([...listed].sort()).toEqual([...named].sort());
  });

  it.each(scopes)('have names of their own in %s, without what braces and loops are made of', (_, all) => {
    const names = all.flatMap(({ zh, en }) => [zh, en]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\p{Script=Han}A-Za-z0-9]+$/u);
  });
});
