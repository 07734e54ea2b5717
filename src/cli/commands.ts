/** The commands, in the order in which the help lists them. */
import type { CommandDefinition } from './command.ts';
import { convertCommand } from './convert.ts';
import { serveCommand } from './serve.ts';

export const COMMANDS: readonly CommandDefinition[] = [convertCommand, serveCommand];
