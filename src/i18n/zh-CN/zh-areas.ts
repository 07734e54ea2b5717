/** Every text of the product in one language (zh-CN), by area. */
import { appTexts } from './app.ts';
import { basemapsTexts } from './basemaps.ts';
import { boardsTexts } from './boards.ts';
import { briefingTexts } from './briefing.ts';
import { chartsTexts } from './charts.ts';
import { cliTexts } from './cli.ts';
import { commonTexts } from './common.ts';
import { datatableTexts } from './datatable.ts';
import { drawTexts } from './draw.ts';
import { drawerTexts } from './drawer.ts';
import { exportingTexts } from './exporting.ts';
import { findingsTexts } from './findings.ts';
import { geodataTexts } from './geodata.ts';
import { groundTexts } from './ground.ts';
import { handoverTexts } from './handover.ts';
import { importingTexts } from './importing.ts';
import { inspectTexts } from './inspect.ts';
import { keepingTexts } from './keeping.ts';
import { lossesTexts } from './losses.ts';
import { mapTexts } from './map.ts';
import { monthlyTexts } from './monthly.ts';
import { monthsTexts } from './months.ts';
import { osmTexts } from './osm.ts';
import { problemsTexts } from './problems.ts';
import { reportsTexts } from './reports.ts';
import { returnsTexts } from './returns.ts';
import { rulepackTexts } from './rulepack.ts';
import { settleTexts } from './settle.ts';
import { shapefileTexts } from './shapefile.ts';
import { shapingTexts } from './shaping.ts';
import { sheetsTexts } from './sheets.ts';
import { slidesTexts } from './slides.ts';
import { slipsTexts } from './slips.ts';
import { stageTexts } from './stage.ts';
import { surveysTexts } from './surveys.ts';
import { tablesTexts } from './tables.ts';
import { timeTexts } from './time.ts';
import { welcomeTexts } from './welcome.ts';
import { whatifTexts } from './whatif.ts';

export const areas = {
  common: commonTexts,
  problems: problemsTexts,
  findings: findingsTexts,
  cli: cliTexts,
  app: appTexts,
  importing: importingTexts,
  geodata: geodataTexts,
  exporting: exportingTexts,
  keeping: keepingTexts,
  map: mapTexts,
  draw: drawTexts,
  briefing: briefingTexts,
  reports: reportsTexts,
  shaping: shapingTexts,
  settle: settleTexts,
  shapefile: shapefileTexts,
  losses: lossesTexts,
  osm: osmTexts,
  slips: slipsTexts,
  surveys: surveysTexts,
  tables: tablesTexts,
  months: monthsTexts,
  drawer: drawerTexts,
  datatable: datatableTexts,
  charts: chartsTexts,
  time: timeTexts,
  whatif: whatifTexts,
  rulepack: rulepackTexts,
  basemaps: basemapsTexts,
  inspect: inspectTexts,
  welcome: welcomeTexts,
  stage: stageTexts,
  boards: boardsTexts,
  monthly: monthlyTexts,
  slides: slidesTexts,
  sheets: sheetsTexts,
  returns: returnsTexts,
  handover: handoverTexts,
  ground: groundTexts,
};
