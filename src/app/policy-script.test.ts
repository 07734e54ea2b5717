/** The first script of index.html: the policy that it writes, and that the build allows exactly that script. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const SCRIPT = /<script data-policy(?: data-hash="([^"]*)")?>([\s\S]*?)<\/script>/;
const script = SCRIPT.exec(readFileSync('index.html', 'utf8'))?.[2] ?? '';

interface Page {
  policy: Record<string, string>;
  lang: string;
  theme: string | undefined;
  nonce: string | undefined;
}

/** Runs the script as a browser would, with just enough of a page. */
function runScript(stored: string | (() => never), language = 'zh-CN'): Page {
  const meta: { httpEquiv?: string; content?: string } = {};
  const appended: unknown[] = [];
  const root = { lang: 'zh-CN', dataset: {} as Record<string, string> };
  runInNewContext(script, {
    localStorage: { getItem: () => (typeof stored === 'string' ? stored : stored()) },
    navigator: { language },
    crypto: { getRandomValues: (bytes: Uint8Array) => bytes.fill(171) },
    document: {
      currentScript: { dataset: { hash: 'sha256-TEST' } },
      createElement: () => meta,
      head: { append: (element: unknown) => appended.push(element) },
      documentElement: root,
    },
    Uint8Array,
  });
  expect(appended).toEqual([meta]);
  expect(meta.httpEquiv).toBe('Content-Security-Policy');
  const directives = (meta.content ?? '').split('; ').map((line) => {
    const [name, ...values] = line.split(' ');
    return [name, values.join(' ')];
  });
  return {
    policy: Object.fromEntries(directives),
    lang: root.lang,
    theme: root.dataset.theme,
    nonce: root.dataset.styleNonce,
  };
}

describe('policy script', () => {
  it('allows our own origin, its own hash and workers, and nothing else', () => {
    const { policy, nonce } = runScript('');
    expect(nonce).toBe('ab'.repeat(16));
    expect(policy).toEqual({
      'default-src': "'self'",
      'script-src': "'self' 'wasm-unsafe-eval' 'sha256-TEST'",
      'worker-src': "'self' blob:",
      'style-src': `'self' 'nonce-${nonce}'`,
      'img-src': "'self' data: blob:",
      'connect-src': "'self'",
      'font-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'self'",
      'form-action': "'none'",
    });
  });

  it('allows the hosts of base maps that the user added, and nothing that only looks like one', () => {
    const baseMapHosts = [
      'https://t0.tianditu.gov.cn',
      'http://10.0.0.5:8080',
      "https://a.b; script-src 'unsafe-eval'",
      'https://a.b/path',
      '*',
      7,
    ];
    const { policy } = runScript(JSON.stringify({ baseMapHosts }));
    const hosts = 'https://t0.tianditu.gov.cn http://10.0.0.5:8080';
    expect(policy['connect-src']).toBe(`'self' ${hosts}`);
    expect(policy['img-src']).toBe(`'self' data: blob: ${hosts}`);
    expect(policy['script-src']).toBe("'self' 'wasm-unsafe-eval' 'sha256-TEST'");
  });

  it('takes language and theme from the settings, else the language of the browser', () => {
    expect(runScript(JSON.stringify({ language: 'en', theme: 'dark' }))).toMatchObject({ lang: 'en', theme: 'dark' });
    expect(runScript('', 'en-GB')).toMatchObject({ lang: 'en', theme: 'light' });
    expect(runScript('', 'zh-TW')).toMatchObject({ lang: 'zh-CN' });
    expect(runScript(JSON.stringify({ language: 'xx', theme: 'pink' }))).toMatchObject({
      lang: 'zh-CN',
      theme: 'light',
    });
  });

  it('holds without storage and with settings that are no settings', () => {
    const forbidden = () => {
      throw new Error('SecurityError');
    };
    expect(runScript(forbidden).policy['connect-src']).toBe("'self'");
    for (const broken of ['{', 'null', '[]', '"text"', '7']) {
      expect(runScript(broken).policy['connect-src'], broken).toBe("'self'");
    }
  });

  it('comes before anything that is fetched, and is the only inline script', () => {
    const html = readFileSync('index.html', 'utf8');
    const scripts = html.match(/<script[^>]*>/g);
    expect(scripts).toEqual(['<script data-policy>', '<script type="module" src="/src/app/main.tsx">']);
    const first = html.search(/<(?:link|script|style|img)\b/);
    expect(html.slice(first)).toMatch(/^<script data-policy>/);
  });

  it.runIf(existsSync('dist/index.html'))('is allowed by its hash in the build', () => {
    const [, hash, built = ''] = SCRIPT.exec(readFileSync('dist/index.html', 'utf8')) ?? [];
    expect(hash).toBe(`sha256-${createHash('sha256').update(built).digest('base64')}`);
  });
});
