/** The joins as tables: agreement first, then times. */
import { JOINS, type JoinName } from './joins.ts';
import type { JoinMeasure, JoinReport, SizeReport } from './measure-joins.ts';
import { formatMegabytes, formatMs, formatRatio, formatTable } from './text-table.ts';

/** Goal 2 of the project: at most so many passes over the vertices. */
const FLOOR_GOALS: { readonly [join in JoinName]?: number } = { B1: 5, B2: 15, D: 5, E: 15 };

export function printJoins(report: SizeReport, budgetMs: number): string {
  const { size, features, sourceVertices } = report;
  const counts = Object.entries(features).map(([layer, count]) => `${count.toLocaleString('en')} ${layer}`);
  const blocks = [
    `## Size ${size}: ${counts.join(', ')}; ${sourceVertices.toLocaleString('en')} vertices of sources`,
    printDisagreement(report),
    printTimes(report, budgetMs),
    printCpuTimes(report),
    printFloor(report),
    printPreparation(report),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** In the order they were asked for. */
function peersOf({ joins, prepare }: SizeReport): string[] {
  const names = prepare.map(({ peer }) => peer);
  return names.filter((name) => joins.some(({ peers }) => peers.some(({ peer }) => peer === name)));
}

/** What was expected, by whom, and every answer that is another one. */
function printDisagreement({ joins }: SizeReport): string {
  const lines = joins.map(({ join, expectedBy, expected, peers }) => {
    const compared = peers.filter(({ agrees, peer }) => agrees !== undefined && peer !== expectedBy);
    const agreeing = compared.filter(({ agrees }) => agrees).map(({ peer }) => peer);
    const differing = compared.filter(({ agrees }) => !agrees);
    const { areaSquareMeters, distanceMeters } = expected;
    const area = areaSquareMeters === undefined ? '' : `, ${areaSquareMeters.toFixed(3)} m²`;
    const distance = distanceMeters === undefined ? '' : `, ${distanceMeters.toFixed(3)} m`;
    return [
      `${join.padEnd(2)} ${JOINS[join]}: ${expected.found}${area}${distance} (${expectedBy || 'nobody'})`,
      agreeing.length > 0 ? `; agreeing: ${agreeing.join(', ')}` : '',
      ...differing.map(({ peer, differences }) => `\n   DIFFERS: ${peer}: ${differences!.join(', ')}`),
    ].join('');
  });
  return ['### Answers', '', ...lines].join('\n');
}

function printTimes(report: SizeReport, budgetMs: number): string {
  const peers = peersOf(report);
  const cell = (join: JoinReport, peer: string) => {
    const measure = join.peers.find((each) => each.peer === peer);
    return measure ? timeCell(measure, join, budgetMs) : '–';
  };
  const rows = report.joins.map((join) => [join.join, ...peers.map((peer) => cell(join, peer))]);
  return ['### Medians, and times ours; ≠ marks another answer', '', formatTable(['join', ...peers], rows)].join('\n');
}

function timeCell(measure: JoinMeasure, { expected }: JoinReport, budgetMs: number): string {
  if (measure.problem === 'over-budget') return `> ${budgetMs / 1000} s`;
  if (measure.medianMs === undefined) return 'failed';
  const spread = measure.runs! > 1 ? ` ±${Math.round(100 * measure.deviation!)}%` : '';
  const ratio = measure.peer === 'chentu' || measure.ratio === undefined ? '' : ` ${formatRatio(measure.ratio)}`;
  const differs = measure.agrees === false;
  const wrong = differs && measure.found !== expected.found ? ` ≠ ${measure.found} of ${expected.found}` : ' ≠';
  return `${formatMs(measure.medianMs)}${spread}${ratio}${differs ? wrong : ''}`;
}

function ourCpuMs({ peers }: JoinReport): number | undefined {
  return peers.find(({ peer }) => peer === 'chentu')?.cpuMs;
}

/** What a busy machine does not distort. */
function printCpuTimes(report: SizeReport): string {
  const peers = peersOf(report).filter((name) =>
    report.joins.some((join) => join.peers.some(({ peer, cpuMs }) => peer === name && cpuMs !== undefined)),
  );
  const rows = report.joins.map((join) => [
    join.join,
    ...peers.map((name) => {
      const cpuMs = join.peers.find(({ peer }) => peer === name)?.cpuMs;
      const ours = ourCpuMs(join);
      if (cpuMs === undefined) return '–';
      return name === 'chentu' || !ours ? formatMs(cpuMs) : `${formatMs(cpuMs)} ${formatRatio(cpuMs / ours)}`;
    }),
  ]);
  return [
    '### CPU times of the same runs, helper threads included, and times ours',
    '',
    formatTable(['join', ...peers], rows),
  ].join('\n');
}

function printFloor({ joins }: SizeReport): string {
  const rows = joins.flatMap((report) => {
    const { join, floorCpuMs } = report;
    const ours = ourCpuMs(report);
    const goal = FLOOR_GOALS[join];
    if (ours === undefined || floorCpuMs === undefined || goal === undefined) return [];
    return [[join, formatMs(ours), formatMs(floorCpuMs), formatRatio(ours / floorCpuMs), `≤ ${goal}×`]];
  });
  if (rows.length === 0) return '';
  return [
    '### Ours against one pass over the vertices of the sources: CPU times in the same process',
    '',
    formatTable(['join', 'ours', 'one pass', 'passes', 'goal'], rows),
  ].join('\n');
}

function printPreparation({ prepare }: SizeReport): string {
  const rows = prepare.map(({ peer, ms, peakBytes, failed }) => [
    peer,
    ms === undefined ? '–' : formatMs(ms),
    peakBytes === undefined ? '–' : formatMegabytes(peakBytes),
    failed ?? '',
  ]);
  return ['### Preparation, not in the times above', '', formatTable(['engine', 'time', 'peak memory', ''], rows)].join(
    '\n',
  );
}
