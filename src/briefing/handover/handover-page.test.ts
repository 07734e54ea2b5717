import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { formatHandoverPage } from './handover-page.ts';
import type { Handover } from './handover-types.ts';

const words = {
  stage: '放映',
  position: '',
  notes: '',
  close: '',
  blank: '',
  help: '',
  nobody: '',
  page: '',
  earlier: '',
  later: '',
};
const handover: Handover = {
  language: 'zh-CN',
  title: '<b>十一月</b> & "月调度"',
  foot: '',
  words,
  scenes: [
    {
      title: '</script><script>alert(1)</script>',
      rules: [],
      picture: 'pictures/1.webp',
      widthPixels: 16,
      heightPixels: 9,
      camera: { center: [113.6, 34.7], zoom: 12, bearing: 0, pitch: 0 },
      numbers: [],
    },
  ],
  zones: [],
  places: [],
};
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

it('holds its data as text that no tag can leave, and comes back as it was', () => {
  const script = { text: 'run();', hash: hashOf('run();') };
  const style = { text: 'a{}', hash: hashOf('a{}') };
  const page = formatHandoverPage(handover, script, style);
  expect(page).toContain('<title>&lt;b&gt;十一月&lt;/b&gt; &amp; &quot;月调度&quot;</title>');
  expect(page).not.toContain('alert(1)</script>');
  const json = /<script type="application\/json" id="handover">(.*)<\/script>/u.exec(page)?.[1];
  expect(JSON.parse(json!)).toEqual(handover);
  expect(page).toContain(`script-src '${hashOf('run();')}'`);
  expect(page).not.toMatch(/https?:/u);
});
