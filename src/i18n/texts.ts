/**
 * Every text of the product by language and key. Keys are flat; a key's first word says what it is
 * (`problem.`, `explain.`, `suggestion.`, `rule.`, `kind.`, …) and no two areas share a key.
 */
import { appTexts as appEn } from './en/app.ts';
import { briefingTexts as briefingEn } from './en/briefing.ts';
import { cliTexts as cliEn } from './en/cli.ts';
import { commonTexts as commonEn } from './en/common.ts';
import { drawTexts as drawEn } from './en/draw.ts';
import { findingsTexts as findingsEn } from './en/findings.ts';
import { keepingTexts as keepingEn } from './en/keeping.ts';
import { mapTexts as mapEn } from './en/map.ts';
import { problemsTexts as problemsEn } from './en/problems.ts';
import { reportsTexts as reportsEn } from './en/reports.ts';
import { settleTexts as settleEn } from './en/settle.ts';
import { shapingTexts as shapingEn } from './en/shaping.ts';
import { tablesTexts as tablesEn } from './en/tables.ts';
import type { Language } from './language.ts';
import { appTexts as appZh } from './zh-CN/app.ts';
import { briefingTexts as briefingZh } from './zh-CN/briefing.ts';
import { cliTexts as cliZh } from './zh-CN/cli.ts';
import { commonTexts as commonZh } from './zh-CN/common.ts';
import { drawTexts as drawZh } from './zh-CN/draw.ts';
import { findingsTexts as findingsZh } from './zh-CN/findings.ts';
import { keepingTexts as keepingZh } from './zh-CN/keeping.ts';
import { mapTexts as mapZh } from './zh-CN/map.ts';
import { problemsTexts as problemsZh } from './zh-CN/problems.ts';
import { reportsTexts as reportsZh } from './zh-CN/reports.ts';
import { settleTexts as settleZh } from './zh-CN/settle.ts';
import { shapingTexts as shapingZh } from './zh-CN/shaping.ts';
import { tablesTexts as tablesZh } from './zh-CN/tables.ts';

export type Texts = Readonly<Record<string, string>>;

/** The areas, one file each per language: for tests that name the file at fault. */
export const AREAS: Readonly<Record<Language, Readonly<Record<string, Texts>>>> = {
  'zh-CN': {
    common: commonZh,
    problems: problemsZh,
    findings: findingsZh,
    cli: cliZh,
    app: appZh,
    keeping: keepingZh,
    map: mapZh,
    draw: drawZh,
    briefing: briefingZh,
    reports: reportsZh,
    shaping: shapingZh,
    settle: settleZh,
    tables: tablesZh,
  },
  en: {
    common: commonEn,
    problems: problemsEn,
    findings: findingsEn,
    cli: cliEn,
    app: appEn,
    keeping: keepingEn,
    map: mapEn,
    draw: drawEn,
    briefing: briefingEn,
    reports: reportsEn,
    shaping: shapingEn,
    settle: settleEn,
    tables: tablesEn,
  },
};

const merged = (language: Language): Texts => Object.assign({}, ...Object.values(AREAS[language]));

export const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': merged('zh-CN'), en: merged('en') };
