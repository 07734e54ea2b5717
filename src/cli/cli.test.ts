import { expect, it } from 'vitest';
import { ok } from '../core/result.ts';
import type { CommandDefinition } from './command.ts';
import { runCli } from './run-cli.ts';
import { EXIT } from './terminal.ts';
import { createTestTerminal } from './test-terminal.ts';

const echo: CommandDefinition = {
  name: 'check',
  positionals: ['WORKSPACE'],
  options: {
    format: { type: 'text', choices: ['json', 'csv'], list: true },
    shapes: { type: 'flag' },
    out: { type: 'text' },
  },
  async run(parsed, { terminal }) {
    const { positionals } = parsed;
    terminal.stdout.write(
      JSON.stringify([positionals, parsed.list('format'), parsed.flag('shapes'), parsed.text('out')]),
    );
    if (positionals[0] === 'throw') throw Object.assign(new Error('no'), { code: 'EACCES', path: '/x' });
    if (positionals[0] === 'bug') throw new TypeError('x is not a function');
    return ok(EXIT.done);
  },
};
const run = async (line: string, env: Record<string, string> = { LANG: 'en_US.UTF-8' }) => {
  const { terminal, printed } = createTestTerminal({ env });
  const code = await runCli(
    line.split(' ').filter((word) => word !== ''),
    terminal,
    [echo],
    '9.9.9',
  );
  return { code, ...printed() };
};

it('hands options and arguments to the command', async () => {
  expect(await run('check a --format csv,json --shapes --out=-x')).toEqual({
    code: 0,
    stdout: '[["a"],["csv","json"],true,"-x"]',
    stderr: '',
  });
});

it.each([
  ['check', 'check needs the argument WORKSPACE'],
  ['check a b', 'one argument too many: "b"'],
  ['check a --fromat csv', 'no option --fromat; did you mean --format?'],
  ['check a --quiet', 'check has no option --quiet'],
  ['check a --format', 'ption --format needs a value'],
  ['check a --out --shapes', 'ption --out needs a value'],
  ['check a --format csv,doc', 'ption --format has no "doc"; choose from json | csv'],
  ['check a --shapes=yes', 'ption --shapes takes no value, found "yes"'],
  ['chekc a', 'o command "chekc"; did you mean check?'],
  ['paint a', 'no command "paint"'],
])('%s is wrong usage, said with a remedy', async (line, sentence) => {
  const { code, stdout, stderr } = await run(line);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
  expect(stderr).toMatch(/chentu .*--help/);
});

it('speaks the language of --lang, else of the environment, else Chinese', async () => {
  expect((await run('check')).stderr).toContain('needs the argument');
  expect((await run('check', { LANG: 'C' })).stderr).toContain('缺少参数');
  expect((await run('check --lang en', { LANG: 'zh_CN.UTF-8' })).stderr).toContain('needs the argument');
  expect((await run('--lang en check', { LANG: 'zh_CN.UTF-8' })).stderr).toContain('needs the argument');
  expect((await run('check x --lang fr')).stderr).toContain('choose from zh-CN | en');
});

it('says what failed in one line, without a stack', async () => {
  const denied = await run('check throw');
  expect([denied.code, denied.stderr]).toEqual([
    1,
    'Error: No permission for "/x"; check its permissions or choose another place.\n',
  ]);
  const bug = await run('check bug');
  expect(bug.code).toBe(1);
  expect(bug.stderr).toContain('x is not a function');
  expect(bug.stderr).not.toMatch(/\n\s+at /);
});

it('prints version and help to stdout; no words at all are wrong usage', async () => {
  expect(await run('--version')).toEqual({ code: 0, stdout: 'chentu 9.9.9\n', stderr: '' });
  expect((await run('--help')).stdout).toContain('chentu COMMAND');
  expect((await run('help check')).stdout).toContain('--shapes');
  expect((await run('')).code).toBe(2);
  expect((await run('check --help')).code).toBe(0);
});
