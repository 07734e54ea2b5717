/** Growth, whole checks and latencies as tables, the goals beside them. */
import { SIZES } from './district/district.ts';
import { JOIN_NAMES } from './joins.ts';
import type { LatencyReport } from './latency.ts';
import type { SizeReport } from './measure-joins.ts';
import { growthExponent } from './statistics.ts';
import { formatMegabytes, formatMs, formatTable } from './text-table.ts';
import type { CheckMeasure } from './whole-check.ts';

/** Our joins from size to size; the exponent is that of CPU time over sources between the two largest. */
export function printGrowth(reports: readonly SizeReport[]): string {
  const oursAt = (report: SizeReport, join: string) =>
    report.joins.find((each) => each.join === join)?.peers.find(({ peer }) => peer === 'chentu')?.cpuMs;
  const rows = JOIN_NAMES.filter((join) => reports.some((report) => oursAt(report, join) !== undefined)).map((join) => [
    join,
    ...growthCells(reports.map((report) => ({ sources: SIZES[report.size].sources, ms: oursAt(report, join) }))),
  ]);
  const prepare = reports.map((report) => ({
    sources: SIZES[report.size].sources,
    ms: report.prepare.find(({ peer }) => peer === 'chentu')?.ms,
  }));
  rows.push(['prepare', ...growthCells(prepare)]);
  return [
    '## Growth of ours, in CPU time',
    '',
    formatTable(['join', ...reports.map(({ size }) => size), 'exponent'], rows),
  ].join('\n');
}

function growthCells(points: readonly { readonly sources: number; readonly ms?: number | undefined }[]): string[] {
  const [fewer, more] = points.slice(-2);
  const exponent =
    fewer?.ms !== undefined && more?.ms !== undefined
      ? growthExponent(fewer.sources, fewer.ms, more.sources, more.ms).toFixed(2)
      : '–';
  return [...points.map(({ ms }) => (ms === undefined ? '–' : formatMs(ms))), exponent];
}

export function printChecks(checks: readonly CheckMeasure[]): string {
  const rows = checks.map((check) => {
    const smaller = checks.findLast(
      (each) => each.jobs === check.jobs && SIZES[each.size].sources < SIZES[check.size].sources,
    );
    const exponent = smaller
      ? growthExponent(SIZES[smaller.size].sources, smaller.userMs, SIZES[check.size].sources, check.userMs).toFixed(2)
      : '';
    return [
      check.size,
      String(check.jobs),
      formatMs(check.wallMs),
      formatMs(check.userMs),
      formatMegabytes(check.peakBytes),
      exponent,
    ];
  });
  return [
    '## A whole check: the command line over FlatGeobuf files, in a fresh process',
    '',
    formatTable(['size', 'jobs', 'wall', 'user CPU', 'peak memory', 'exponent of CPU'], rows),
    '',
    'Goals: L at most 2 s (in the browser) and 700 MB, XL at most 25 s and 2 GB, growing no faster than n log n.',
  ].join('\n');
}

export function printLatency(report: LatencyReport, size: string): string {
  const rows = report.rows.map(({ what, count, medianMs, p95Ms, maxMs }) => [
    what,
    String(count),
    formatMs(medianMs),
    formatMs(p95Ms),
    formatMs(maxMs),
  ]);
  const { openMs, checkMs, findings, peakBytes } = report;
  return [
    `## A session at ${size}: opened in ${formatMs(openMs)}, checked in ${formatMs(checkMs)} (${findings} findings), ${formatMegabytes(peakBytes)} at most`,
    '',
    formatTable(['', 'times', 'median', '95%', 'longest'], rows),
    '',
    'Goals at L: probe at most 8 ms and apply at most 50 ms, 95 of 100.',
  ].join('\n');
}
