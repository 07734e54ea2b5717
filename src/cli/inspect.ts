/** `chentu inspect FILE…`: what files hold, before anyone relies on them. */
import { ok } from '../core/result.ts';
import { type FileInspection, inspectFile, type LayerInspection } from '../formats/inspect-file.ts';
import { explainProblem } from '../i18n/explain.ts';
import { formatBytes, formatCoordinates, formatCount } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Value } from '../model/feature-batch.ts';
import type { CommandDefinition } from './command.ts';
import { readOptions } from './convert.ts';
import { explainFailure, gatherAlike, LINES_SHOWN } from './print.ts';
import { readSource } from './read-source.ts';
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
    let readable = 0;
    for (const [index, file] of parsed.positionals.entries()) {
      task.onProgress?.({ stage: 'read', done: index, total: parsed.positionals.length, detail: file });
      const source = await readSource(file, terminal.cwd).catch((error: NodeJS.ErrnoException) => error);
      if (source instanceof Error) {
        const code = `cli-system-${source.code}`;
        explainFailure({ code, params: { file } }, context);
        continue;
      }
      const inspected = await inspectFile(source, task, readOptions(parsed));
      if (!inspected.ok) {
        explainFailure(inspected.problem, context);
        continue;
      }
      clearProgress();
      terminal.stdout.write(`${readable === 0 ? '' : '\n'}${printInspection(inspected.value, translate)}`);
      readable++;
    }
    return ok(readable > 0 ? EXIT.done : EXIT.failed);
  },
};

function printInspection(file: FileInspection, translate: Translate): string {
  const head = layOutList(
    [
      [translate('cli.inspect.format'), file.format],
      [translate('cli.inspect.size'), formatBytes(file.sizeBytes)],
    ],
    200,
  );
  const layers = file.layers.map((layer) => printLayer(layer, translate));
  return `${file.name}\n${head}${printProblems(file.problems, translate)}${layers.join('')}`;
}

function printLayer(layer: LayerInspection, translate: Translate): string {
  const word = (key: string) => translate(`cli.inspect.${key}`);
  const types = Object.entries(layer.geometryTypes).map(
    ([type, count]) => `${translate(`geometry.${type}`)} ${formatCount(count)}`,
  );
  const bounds = layer.bounds
    ? `${formatCoordinates(layer.bounds[0], layer.bounds[1])} – ${formatCoordinates(layer.bounds[2], layer.bounds[3])}`
    : word('none');
  const reasons = layer.datum.reasons.map((reason) => explainProblem(reason, translate)).join(' ');
  const datum = layer.datum.datum ? translate(`datum.${layer.datum.datum}`) : word('unknown');
  const rows: [string, string][] = [
    ...(layer.encoding ? [[word('encoding'), layer.encoding] as [string, string]] : []),
    [word('crs'), translate(`cli.inspect.crsFrom.${layer.crsFrom}`, { crs: layer.crs })],
    [word('datum'), [datum, reasons].filter((text) => text !== '').join(' – ')],
    [word('features'), formatCount(layer.features)],
    [word('geometry'), types.join(', ') || word('none')],
    [word('bounds'), bounds],
  ];
  const fields = layer.fields.map(({ name, type, filled, samples }) => [
    shorten(name, 32),
    word(`type.${type}`),
    formatCount(filled),
    shorten(samples.map(formatSample).join(' | '), 56),
  ]);
  const table = layOutTable(
    [
      { header: word('column.field'), align: 'left' },
      { header: word('column.type'), align: 'left' },
      { header: word('column.filled'), align: 'right' },
      { header: word('column.example'), align: 'left' },
    ],
    fields,
  );
  const title = `\n${word('layer')} ${layer.name}\n`;
  const list = fields.length > 0 ? `\n${table.replaceAll(/^(?=.)/gm, '  ')}` : '';
  return `${title}${layOutList(rows, 100)}${list}${printProblems(layer.problems, translate)}`;
}

function printProblems(problems: FileInspection['problems'], translate: Translate): string {
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
