/** A terminal that remembers what was written to it. For tests only. */
import { tmpdir } from 'node:os';
import type { Terminal } from './terminal.ts';

interface TestTerminalOptions {
  readonly cwd?: string;
  readonly env?: Terminal['env'];
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
  readonly packageFolder?: string;
}

export function createTestTerminal(options: TestTerminalOptions = {}) {
  const texts = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTTY: options.isTTY ?? false,
    columns: 100,
  });
  const terminal: Terminal = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cwd: options.cwd ?? tmpdir(),
    env: options.env ?? {},
    signal: options.signal,
    packageFolder: options.packageFolder ?? process.cwd(),
  };
  return { terminal, printed: () => ({ ...texts }) };
}
