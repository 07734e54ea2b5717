/** What a command is: its words, its options, what it does. */
import type { Result } from '../core/result.ts';
import type { CommandContext, ExitCode } from './terminal.ts';

export interface OptionDefinition {
  readonly type: 'text' | 'flag';
  /** Shown in the help in place of the value. */
  readonly value?: string;
  /** The only values allowed; `list` allows several, separated by commas. */
  readonly choices?: readonly string[];
  readonly list?: boolean;
}

/** What was asked for, checked against the definitions. */
export interface ParsedOptions {
  readonly positionals: readonly string[];
  /** The value of a text option. */
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  /** The values of a list option; empty where it was not given. */
  readonly list: (name: string) => readonly string[];
}

export interface CommandDefinition {
  readonly name: string;
  /** As in the usage line: `WORKSPACE`, `[WORKSPACE]`, `FILE…`. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** Fails with a problem that is wrong usage; all else it prints itself and answers by its exit code. */
  readonly run: (parsed: ParsedOptions, context: CommandContext) => Promise<Result<ExitCode>>;
}

/** Options of every command. */
export const COMMON_OPTIONS = {
  lang: { type: 'text', value: 'zh-CN|en', choices: ['zh-CN', 'en'] },
  help: { type: 'flag' },
} as const satisfies Record<string, OptionDefinition>;
