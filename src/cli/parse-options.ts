/** Words of a command line to options and positionals, each checked; what is wrong is said with a remedy. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../core/result.ts';
import { COMMON_OPTIONS, type CommandDefinition, type OptionDefinition, type ParsedOptions } from './command.ts';

/** Fails with `cli-unknown-option`, `cli-missing-value`, `cli-needless-value`, `cli-wrong-choice`, `cli-missing-argument`, `cli-extra-argument`. */
export function parseOptions(command: CommandDefinition, words: readonly string[]): Result<ParsedOptions> {
  const definitions: Readonly<Record<string, OptionDefinition>> = { ...command.options, ...COMMON_OPTIONS };
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(definitions).map(([name, { type }]) => [name, { type: type === 'text' ? 'string' : 'boolean' }]),
    ) as Record<string, { type: 'string' | 'boolean' }>,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = token.rawName === '-h' ? 'help' : token.name;
    const definition = definitions[name];
    if (!definition) return unknownOption(command, token.rawName, Object.keys(definitions));
    const problem = checkValue(command, name, definition, token.value, token.inlineValue === true);
    if (problem) return problem;
    values.set(name, token.value ?? '');
  }
  return checkPositionals(command, positionals, values);
}

function checkPositionals(
  command: CommandDefinition,
  positionals: string[],
  values: ReadonlyMap<string, string>,
): Result<ParsedOptions> {
  const required = command.positionals.filter((name) => !name.startsWith('['));
  const missing = required[positionals.length];
  if (missing && !values.has('help')) return fail('cli-missing-argument', { command: command.name, argument: missing });
  const endless = command.positionals.some((name) => name.endsWith('…'));
  const extra = positionals[command.positionals.length];
  if (extra !== undefined && !endless) return fail('cli-extra-argument', { command: command.name, argument: extra });
  return ok({
    positionals,
    text: (name) => values.get(name),
    flag: (name) => values.has(name),
    list: (name) => splitList(values.get(name)),
  });
}

const splitList = (value: string | undefined) =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

type Failure = ReturnType<typeof fail>;

function checkValue(
  command: CommandDefinition,
  name: string,
  { type, choices, list }: OptionDefinition,
  value: string | undefined,
  inline: boolean,
): Failure | undefined {
  const at = { command: command.name, option: `--${name}` };
  if (type === 'flag') return value === undefined ? undefined : fail('cli-needless-value', { ...at, value });
  if (value === undefined || value === '' || (!inline && /^--?[a-z]/i.test(value)))
    return fail('cli-missing-value', at);
  if (!choices) return undefined;
  const wrong = (list ? splitList(value) : [value]).find((item) => !choices.includes(item));
  return wrong === undefined
    ? undefined
    : fail('cli-wrong-choice', { ...at, value: wrong, choices: choices.join(' | ') });
}

function unknownOption(command: CommandDefinition, option: string, names: readonly string[]): Failure {
  const near = findNearest(option.replace(/^-+/, ''), names);
  return near
    ? fail('cli-unknown-option-near', { command: command.name, option, near: `--${near}` })
    : fail('cli-unknown-option', { command: command.name, option });
}

/** The name at most two edits away, if there is one. */
export function findNearest(word: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => ({ name, distance: editDistance(word.toLowerCase(), name.toLowerCase()) }));
  const best = distances.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= 2 ? best.name : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
