/** The commands, in the order in which the help lists them. */

import { checkCommand } from './check.ts';
import type { CommandDefinition } from './command.ts';
import { convertCommand } from './convert.ts';
import { demoCommand } from './demo.ts';
import { inspectCommand } from './inspect.ts';
import { reportCommand } from './report.ts';
import { returnsCommand } from './returns.ts';
import { serveCommand } from './serve.ts';

export const COMMANDS: readonly CommandDefinition[] = [
  checkCommand,
  reportCommand,
  returnsCommand,
  inspectCommand,
  convertCommand,
  demoCommand,
  serveCommand,
];
