/** From the words of a command line to an exit code. Nothing here touches `process`. */
import { fail, type Problem } from '../core/result.ts';
import { explainProblem } from '../i18n/explain.ts';
import { findLanguage, type Language } from '../i18n/language.ts';
import { createTranslator, type Translate } from '../i18n/translate.ts';
import type { CommandDefinition } from './command.ts';
import { helpOf, helpOverall } from './help.ts';
import { findNearest, parseOptions } from './parse-options.ts';
import { createTask } from './progress-line.ts';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

/** Never rejects: what goes wrong is printed, without a stack. */
export async function runCli(
  words: readonly string[],
  terminal: Terminal,
  commands: readonly CommandDefinition[],
  version: string,
): Promise<ExitCode> {
  const language = chooseLanguage(words, terminal.env);
  const translate = createTranslator(language);
  const width = Math.min(terminal.stdout.columns || 100, 100);
  const [name, ...rest] = commandFirst(words);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const wanted = commands.find((command) => command.name === rest[0]);
    const text = name === 'help' && wanted ? helpOf(wanted, translate, width) : helpOverall(commands, translate, width);
    (name === undefined ? terminal.stderr : terminal.stdout).write(text);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === '--version' || name === '-v') {
    terminal.stdout.write(`chentu ${version}\n`);
    return EXIT.done;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) return sayUsage(unknownCommand(name, commands), undefined, terminal, translate);
  const parsed = parseOptions(command, rest);
  if (!parsed.ok) return sayUsage(parsed.problem, command, terminal, translate);
  if (parsed.value.flag('help')) {
    terminal.stdout.write(helpOf(command, translate, width));
    return EXIT.done;
  }
  const { task, clearProgress } = createTask(terminal, translate);
  try {
    const result = await command.run(parsed.value, { terminal, language, translate, task, clearProgress });
    clearProgress();
    return result.ok ? result.value : sayUsage(result.problem, command, terminal, translate);
  } catch (error) {
    clearProgress();
    if (terminal.signal?.aborted) {
      terminal.stderr.write(`${translate('cli.stopped')}\n`);
      return EXIT.stopped;
    }
    terminal.stderr.write(`${translate('cli.error', { sentence: explainThrown(error, translate) })}\n`);
    return EXIT.failed;
  }
}

/** `--lang`, else the environment's, else Chinese. */
function chooseLanguage(words: readonly string[], env: Terminal['env']): Language {
  const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = index < 0 ? undefined : (words[index]?.split('=')[1] ?? words[index + 1]);
  return findLanguage(asked) ?? findLanguage(env.LC_ALL || env.LC_MESSAGES || env.LANG) ?? 'zh-CN';
}

/** `--lang en` may stand before the command: it is moved behind it, where it is checked like any option. */
function commandFirst(words: readonly string[]): string[] {
  const leading = words[0] === '--lang' ? 2 : words[0]?.startsWith('--lang=') ? 1 : 0;
  const [name, ...rest] = words.slice(leading);
  return name === undefined ? [] : [name, ...rest, ...words.slice(0, leading)];
}

function unknownCommand(name: string, commands: readonly CommandDefinition[]): Problem {
  const near = findNearest(
    name,
    commands.map((command) => command.name),
  );
  return (near ? fail('cli-unknown-command-near', { name, near }) : fail('cli-unknown-command', { name })).problem;
}

function sayUsage(
  problem: Problem,
  command: CommandDefinition | undefined,
  terminal: Terminal,
  translate: Translate,
): ExitCode {
  terminal.stderr.write(`${translate('cli.error', { sentence: explainProblem(problem, translate) })}\n`);
  terminal.stderr.write(
    `${translate('cli.seeHelp', { command: command ? `chentu ${command.name} --help` : 'chentu --help' })}\n`,
  );
  return EXIT.usage;
}

/** A fault of ours or of the machine in one line: known system errors in words, others by their message. */
function explainThrown(error: unknown, translate: Translate): string {
  const { code, path, message } = error as { code?: unknown; path?: unknown; message?: unknown };
  const file = typeof path === 'string' ? path : '';
  const known = typeof code === 'string' ? `problem.cli-system-${code}` : '';
  if (known && translate(known) !== known) return translate(known, { file });
  return translate('problem.cli-unexpected', { message: String(message ?? error) });
}
