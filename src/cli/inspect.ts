/** `chentu inspect FILE…`: what files hold, before anyone relies on them. */
import { ok, type Problem } from '../core/result.ts';
import type { SourceFile } from '../formats/driver.ts';
import type { ExaminedFile } from '../formats/importing/examine-file.ts';
import type { ExaminedLayer } from '../formats/importing/import-types.ts';
import { explainProblem } from '../i18n/explain.ts';
import { formatBytes, formatCoordinates, formatCount } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Value } from '../model/feature-batch.ts';
import type { CommandDefinition } from './command.ts';
import { readOptions } from './convert.ts';
import { explainFailure, gatherAlike, LINES_SHOWN } from './print.ts';
import { readSources } from './read-source.ts';
import { EXIT } from './terminal.ts';
import { layOutList, layOutTable, shorten } from './text-layout.ts';

export const inspectCommand: CommandDefinition = {
  name: 'inspect',
  positionals: ['FILE…'],
  options: {
    crs: { type: 'text', value: 'CRS' },
    datum: { type: 'text', value: 'DATUM', choices: ['wgs84', 'gcj02', 'bd09'] },
    encoding: { type: 'text', value: 'NAME' },
  },
  async run(parsed, context) {
    const { terminal, translate, task, clearProgress } = context;
    // Judging files is more code than most commands need.
    const { examineFile } = await import('../formats/importing/examine-file.ts');
    let readable = 0;
    for (const [index, file] of parsed.positionals.entries()) {
      task.onProgress?.({ stage: 'read', done: index, total: parsed.positionals.length, detail: file });
      const found = await readSources(file, terminal.cwd).catch((error: NodeJS.ErrnoException) => error);
      if (found instanceof Error) {
        explainFailure({ code: `cli-system-${found.code}`, params: { file } }, context);
        continue;
      }
      for (const unread of found.problems) explainFailure(unread, context);
      for (const source of found.sources) {
        const examined = await examineFile(source, readOptions(parsed), task);
        if (!examined.ok) {
          explainFailure(examined.problem, context);
          continue;
        }
        clearProgress();
        terminal.stdout.write(`${readable === 0 ? '' : '\n'}${printFile(source, examined.value, translate)}`);
        readable++;
      }
    }
    return ok(readable > 0 ? EXIT.done : EXIT.failed);
  },
};

function printFile(source: SourceFile, { layers, problems }: ExaminedFile, translate: Translate): string {
  const head = layOutList(
    [
      [translate('cli.inspect.format'), layers[0]?.format ?? ''],
      [translate('cli.inspect.size'), formatBytes(source.bytes.length)],
    ],
    200,
  );
  const printed = layers.map((layer) => printLayer(layer, translate));
  return `${source.name}\n${head}${printProblems(problems, translate)}${printed.join('')}`;
}

function printLayer(examined: ExaminedLayer, translate: Translate): string {
  const layer = examined.facts;
  const word = (key: string) => translate(`cli.inspect.${key}`);
  const types = Object.entries(layer.geometryTypes).map(
    ([type, count]) => `${translate(`geometry.${type}`)} ${formatCount(count)}`,
  );
  const bounds = layer.bounds
    ? `${formatCoordinates(layer.bounds[0], layer.bounds[1])} – ${formatCoordinates(layer.bounds[2], layer.bounds[3])}`
    : word('none');
  const say = (reasons: readonly Problem[]) => reasons.map((reason) => explainProblem(reason, translate)).join(' ');
  const dashed = (...parts: string[]) => parts.filter((text) => text !== '').join(' – ');
  const { kindGuess, placing, choices, records } = examined;
  const datum = layer.datum.datum ? translate(`datum.${layer.datum.datum}`) : word('unknown');
  const rows: [string, string][] = [
    ...(layer.encoding ? [[word('encoding'), layer.encoding] as [string, string]] : []),
    [word('kind'), dashed(translate(`kind.${choices.kind}`), say(kindGuess.reasons))],
    [word('crs'), dashed(crsOf(examined, translate), say(placing.reasons))],
    [word('datum'), dashed(datum, say(layer.datum.reasons))],
    [word('records'), translate('cli.inspect.recordsOf', { records, skipped: records - layer.features })],
    [word('features'), formatCount(layer.features)],
    [word('geometry'), types.join(', ') || word('none')],
    [word('bounds'), bounds],
  ];
  const canonical = new Map(Object.entries(choices.fields).map(([field, column]) => [column, field]));
  const fields = layer.fields.map(({ name, type, filled, samples }) => [
    shorten(name, 32),
    fieldOf(canonical.get(name), choices.units, translate),
    word(`type.${type}`),
    formatCount(filled),
    shorten(samples.map(formatSample).join(' | '), 56),
  ]);
  const table = layOutTable(
    [
      { header: word('column.field'), align: 'left' },
      { header: word('column.meaning'), align: 'left' },
      { header: word('column.type'), align: 'left' },
      { header: word('column.filled'), align: 'right' },
      { header: word('column.example'), align: 'left' },
    ],
    fields,
  );
  const problems = [...(examined.problem ? [examined.problem] : []), ...examined.notes];
  const title = `\n${word('layer')} ${layer.name}\n`;
  const list = fields.length > 0 ? `\n${table.replaceAll(/^(?=.)/gm, '  ')}` : '';
  return `${title}${layOutList(rows, 100)}${list}${printProblems(problems, translate)}`;
}

/** By whom: an option, the file, the import's own guess, or nobody. */
function crsOf({ facts, choices, placing }: ExaminedLayer, translate: Translate): string {
  const crs = choices.reading.crs ?? facts.crs;
  const isGuessed = placing.crs !== undefined && placing.crs === choices.reading.crs;
  return translate(`cli.inspect.crsFrom.${isGuessed ? 'guess' : facts.crsFrom}`, { crs });
}

/** `责任单位`, `台账面积（亩）`: what the column is taken for. */
function fieldOf(field: string | undefined, units: Readonly<Record<string, string>>, translate: Translate): string {
  if (field === undefined) return '';
  const name = translate(`field.${field}`);
  return units[field] === undefined ? name : translate('cli.inspect.fieldIn', { name, unit: units[field] });
}

function printProblems(problems: readonly Problem[], translate: Translate): string {
  if (problems.length === 0) return '';
  const lines = gatherAlike(problems, translate);
  const shown = lines.slice(0, LINES_SHOWN).map((line) => `  ${line}\n`);
  const more =
    lines.length > LINES_SHOWN ? `  ${translate('cli.moreNotes', { count: lines.length - LINES_SHOWN })}\n` : '';
  return `\n${translate('cli.inspect.problems')}\n${shown.join('')}${more}`;
}

/** Long decimals say nothing of what a field is. */
function formatSample(value: Value): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(9)));
  return String(value).replaceAll(/\s+/g, ' ').trim();
}
