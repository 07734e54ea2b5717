/** Help texts, made from the same definitions that the parser uses. */
import type { Translate } from '../i18n/translate.ts';
import { COMMON_OPTIONS, type CommandDefinition, type OptionDefinition } from './command.ts';
import { layOutList, wrap } from './text-layout.ts';

export function helpOverall(commands: readonly CommandDefinition[], translate: Translate, width: number): string {
  return [
    `${translate('cli.title')}\n`,
    section(translate('cli.help.usage'), `  chentu ${translate('cli.help.commandPlaceholder')}\n`),
    section(
      translate('cli.help.commands'),
      layOutList(
        commands.map((command) => [usageOf(command), translate(`cli.${command.name}.summary`)] as const),
        width,
      ),
    ),
    section(
      translate('cli.help.options'),
      layOutList(
        [...optionRows('common', COMMON_OPTIONS, translate), ['--version', translate('cli.common.option.version')]],
        width,
      ),
    ),
    section(translate('cli.help.exitCodes'), exitCodes(translate, width)),
    `${translate('cli.help.more')}\n`,
  ].join('\n');
}

export function helpOf(command: CommandDefinition, translate: Translate, width: number): string {
  const hasOptions = Object.keys(command.options).length > 0;
  return [
    `${wrap(translate(`cli.${command.name}.summary`), width).join('\n')}\n`,
    section(translate('cli.help.usage'), `  chentu ${usageOf(command, translate('cli.help.optionsPlaceholder'))}\n`),
    section(
      translate('cli.help.about'),
      `${wrap(translate(`cli.${command.name}.about`), width - 2)
        .map((line) => `  ${line}`)
        .join('\n')}\n`,
    ),
    section(
      translate('cli.help.options'),
      layOutList(
        [
          ...(hasOptions ? optionRows(command.name, command.options, translate) : []),
          ...optionRows('common', COMMON_OPTIONS, translate),
        ],
        width,
      ),
    ),
    section(
      translate('cli.help.examples'),
      `${translate(`cli.${command.name}.examples`)
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n')}\n`,
    ),
    section(translate('cli.help.exitCodes'), exitCodes(translate, width)),
  ].join('\n');
}

function section(title: string, body: string): string {
  return `${title}\n${body}`;
}

function usageOf(command: CommandDefinition, options?: string): string {
  return [command.name, ...command.positionals, ...(options ? [options] : [])].join(' ');
}

function optionRows(
  area: string,
  options: Readonly<Record<string, OptionDefinition>>,
  translate: Translate,
): (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, choices }]) => {
    const text = translate(`cli.${area}.option.${name}`);
    const isInValue = !choices || /[|,]/.test(value ?? '');
    return [
      value ? `--${name} ${value}` : `--${name}`,
      isInValue ? text : translate('cli.help.choices', { text, choices: choices.join(' | ') }),
    ];
  });
}

function exitCodes(translate: Translate, width: number): string {
  return layOutList(
    ['0', '1', '2', '130'].map((code) => [code, translate(`cli.exit.${code}`)] as const),
    width,
  );
}
