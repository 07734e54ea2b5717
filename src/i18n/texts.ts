/**
 * Every text of the product by language and key. Keys are flat; a key's first word says what it is
 * (`problem.`, `explain.`, `suggestion.`, `rule.`, `kind.`, …) and no two areas share a key. The page
 * takes one language at a time (words.ts).
 */
import { areas as en } from './en/en-areas.ts';
import type { Language } from './language.ts';
import { areas as zhCN } from './zh-CN/zh-areas.ts';

export type Texts = Readonly<Record<string, string>>;

/** The areas, one file each per language: for tests that name the file at fault. */
export const AREAS: Readonly<Record<Language, Readonly<Record<string, Texts>>>> = { 'zh-CN': zhCN, en };

const merged = (language: Language): Texts => Object.assign({}, ...Object.values(AREAS[language]));

export const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': merged('zh-CN'), en: merged('en') };
