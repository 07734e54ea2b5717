/** The only file that touches `process`: outputs, Ctrl-C, exit code. */
import { version } from '../../package.json';
import { COMMANDS } from './commands.ts';
import { runCli } from './run-cli.ts';
import { EXIT, type TextOutput } from './terminal.ts';

/** Runs the command line of this process; `packageFolder` is where `dist/` lies. Sets the exit code, never exits by force on success. */
export async function runMain(packageFolder: string): Promise<void> {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    // The second Ctrl-C does not wait for anyone.
    if (controller.signal.aborted) process.exit(EXIT.stopped);
    controller.abort(new Error('SIGINT'));
  });
  process.on('SIGTERM', () => controller.abort(new Error('SIGTERM')));
  process.exitCode = await runCli(
    process.argv.slice(2),
    {
      stdout: createOutput(process.stdout),
      stderr: createOutput(process.stderr),
      cwd: process.cwd(),
      env: process.env,
      signal: controller.signal,
      packageFolder,
    },
    COMMANDS,
    version,
  );
}

/** A reader that went away (`chentu check … | head`) ends the printing, not the work. */
function createOutput(stream: NodeJS.WriteStream): TextOutput {
  let isOpen = true;
  stream.on('error', () => {
    isOpen = false;
  });
  return {
    write: (text) => {
      if (isOpen) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
  };
}
