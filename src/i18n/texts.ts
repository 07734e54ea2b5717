/**
 * Every text of the product by language and key. Keys are flat; a key's first word says what it is
 * (`problem.`, `explain.`, `suggestion.`, `rule.`, `kind.`, …) and no two areas share a key.
 */
import { appTexts as appEn } from './en/app.ts';
import { basemapsTexts as basemapsEn } from './en/basemaps.ts';
import { briefingTexts as briefingEn } from './en/briefing.ts';
import { chartsTexts as chartsEn } from './en/charts.ts';
import { cliTexts as cliEn } from './en/cli.ts';
import { commonTexts as commonEn } from './en/common.ts';
import { datatableTexts as datatableEn } from './en/datatable.ts';
import { drawTexts as drawEn } from './en/draw.ts';
import { drawerTexts as drawerEn } from './en/drawer.ts';
import { findingsTexts as findingsEn } from './en/findings.ts';
import { geodataTexts as geodataEn } from './en/geodata.ts';
import { importingTexts as importingEn } from './en/importing.ts';
import { inspectTexts as inspectEn } from './en/inspect.ts';
import { keepingTexts as keepingEn } from './en/keeping.ts';
import { lossesTexts as lossesEn } from './en/losses.ts';
import { mapTexts as mapEn } from './en/map.ts';
import { monthsTexts as monthsEn } from './en/months.ts';
import { osmTexts as osmEn } from './en/osm.ts';
import { problemsTexts as problemsEn } from './en/problems.ts';
import { reportsTexts as reportsEn } from './en/reports.ts';
import { rulepackTexts as rulepackEn } from './en/rulepack.ts';
import { settleTexts as settleEn } from './en/settle.ts';
import { shapefileTexts as shapefileEn } from './en/shapefile.ts';
import { shapingTexts as shapingEn } from './en/shaping.ts';
import { slipsTexts as slipsEn } from './en/slips.ts';
import { surveysTexts as surveysEn } from './en/surveys.ts';
import { tablesTexts as tablesEn } from './en/tables.ts';
import { timeTexts as timeEn } from './en/time.ts';
import { welcomeTexts as welcomeEn } from './en/welcome.ts';
import { whatifTexts as whatifEn } from './en/whatif.ts';
import type { Language } from './language.ts';
import { appTexts as appZh } from './zh-CN/app.ts';
import { basemapsTexts as basemapsZh } from './zh-CN/basemaps.ts';
import { briefingTexts as briefingZh } from './zh-CN/briefing.ts';
import { chartsTexts as chartsZh } from './zh-CN/charts.ts';
import { cliTexts as cliZh } from './zh-CN/cli.ts';
import { commonTexts as commonZh } from './zh-CN/common.ts';
import { datatableTexts as datatableZh } from './zh-CN/datatable.ts';
import { drawTexts as drawZh } from './zh-CN/draw.ts';
import { drawerTexts as drawerZh } from './zh-CN/drawer.ts';
import { findingsTexts as findingsZh } from './zh-CN/findings.ts';
import { geodataTexts as geodataZh } from './zh-CN/geodata.ts';
import { importingTexts as importingZh } from './zh-CN/importing.ts';
import { inspectTexts as inspectZh } from './zh-CN/inspect.ts';
import { keepingTexts as keepingZh } from './zh-CN/keeping.ts';
import { lossesTexts as lossesZh } from './zh-CN/losses.ts';
import { mapTexts as mapZh } from './zh-CN/map.ts';
import { monthsTexts as monthsZh } from './zh-CN/months.ts';
import { osmTexts as osmZh } from './zh-CN/osm.ts';
import { problemsTexts as problemsZh } from './zh-CN/problems.ts';
import { reportsTexts as reportsZh } from './zh-CN/reports.ts';
import { rulepackTexts as rulepackZh } from './zh-CN/rulepack.ts';
import { settleTexts as settleZh } from './zh-CN/settle.ts';
import { shapefileTexts as shapefileZh } from './zh-CN/shapefile.ts';
import { shapingTexts as shapingZh } from './zh-CN/shaping.ts';
import { slipsTexts as slipsZh } from './zh-CN/slips.ts';
import { surveysTexts as surveysZh } from './zh-CN/surveys.ts';
import { tablesTexts as tablesZh } from './zh-CN/tables.ts';
import { timeTexts as timeZh } from './zh-CN/time.ts';
import { welcomeTexts as welcomeZh } from './zh-CN/welcome.ts';
import { whatifTexts as whatifZh } from './zh-CN/whatif.ts';

export type Texts = Readonly<Record<string, string>>;

/** The areas, one file each per language: for tests that name the file at fault. */
export const AREAS: Readonly<Record<Language, Readonly<Record<string, Texts>>>> = {
  'zh-CN': {
    common: commonZh,
    problems: problemsZh,
    findings: findingsZh,
    cli: cliZh,
    app: appZh,
    importing: importingZh,
    geodata: geodataZh,
    keeping: keepingZh,
    map: mapZh,
    draw: drawZh,
    briefing: briefingZh,
    reports: reportsZh,
    shaping: shapingZh,
    settle: settleZh,
    shapefile: shapefileZh,
    losses: lossesZh,
    osm: osmZh,
    slips: slipsZh,
    surveys: surveysZh,
    tables: tablesZh,
    months: monthsZh,
    drawer: drawerZh,
    datatable: datatableZh,
    charts: chartsZh,
    time: timeZh,
    whatif: whatifZh,
    rulepack: rulepackZh,
    basemaps: basemapsZh,
    inspect: inspectZh,
    welcome: welcomeZh,
  },
  en: {
    common: commonEn,
    problems: problemsEn,
    findings: findingsEn,
    cli: cliEn,
    app: appEn,
    importing: importingEn,
    geodata: geodataEn,
    keeping: keepingEn,
    map: mapEn,
    draw: drawEn,
    briefing: briefingEn,
    reports: reportsEn,
    shaping: shapingEn,
    settle: settleEn,
    shapefile: shapefileEn,
    losses: lossesEn,
    osm: osmEn,
    slips: slipsEn,
    surveys: surveysEn,
    tables: tablesEn,
    months: monthsEn,
    drawer: drawerEn,
    datatable: datatableEn,
    charts: chartsEn,
    time: timeEn,
    whatif: whatifEn,
    rulepack: rulepackEn,
    basemaps: basemapsEn,
    inspect: inspectEn,
    welcome: welcomeEn,
  },
};

const merged = (language: Language): Texts => Object.assign({}, ...Object.values(AREAS[language]));

export const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': merged('zh-CN'), en: merged('en') };
