import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareText } from '../core/subject.ts';
import { RULE_IDS } from '../model/findings.ts';
import { fieldsOfKind, LAYER_KINDS } from '../model/kinds.ts';
import { LANGUAGES } from './language.ts';
import { AREAS, TEXTS } from './texts.ts';

const paramsOf = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] as string).sort(compareText);
/** English may say one thing of one: `key_one` beside `key`. */
const withoutPlurals = (keys: string[], all: object) =>
  keys.filter((key) => !(key.endsWith('_one') && key.slice(0, -4) in all));

describe('texts', () => {
  it.each(Object.keys(AREAS.en))('%s has the same keys in both languages', (area) => {
    const [zh, en] = [AREAS['zh-CN'][area] ?? {}, AREAS.en[area] ?? {}];
    expect(withoutPlurals(Object.keys(en), en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('takes the same params in both languages', () => {
    for (const [key, text] of Object.entries(TEXTS['zh-CN'])) {
      expect(paramsOf(TEXTS.en[key]), key).toEqual(paramsOf(text));
    }
  });

  it('has no empty text, no stray brace and no key in two areas', () => {
    for (const language of LANGUAGES) {
      const seen = new Map<string, string>();
      for (const [area, texts] of Object.entries(AREAS[language])) {
        for (const [key, text] of Object.entries(texts)) {
          expect(text.trim(), `${language} ${key}`).not.toBe('');
          expect(text.replaceAll(/\{\{\w+\}\}/g, ''), `${language} ${key}`).not.toMatch(/[{}]/);
          expect(seen.get(key), `${language} ${key} is in ${area} too`).toBeUndefined();
          seen.set(key, area);
        }
      }
    }
  });

  it('names every rule, kind, field and value', () => {
    const needed = [
      ...RULE_IDS.map((rule) => `rule.${rule}`),
      ...LAYER_KINDS.flatMap((kind) => [
        `kind.${kind}`,
        ...Object.keys(fieldsOfKind(kind)).map((field) => `field.${field}`),
      ]),
    ];
    expect(needed.filter((key) => TEXTS['zh-CN'][key] === undefined)).toEqual([]);
  });

  it('has a text for every problem code in the source', () => {
    const used = sourceFiles('src').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(?:fail|problem)\(\s*'([\w.-]+)'/g)].map(
        (match) => [match[1], file] as const,
      ),
    );
    expect(used.filter(([code]) => TEXTS['zh-CN'][`problem.${code}`] === undefined)).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
