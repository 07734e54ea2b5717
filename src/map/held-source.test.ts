import { describe, expect, it } from 'vitest';
import { createHeldSource } from './held-source.ts';

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);
const answer = (headers: Record<string, string> = {}) =>
  Promise.resolve(new Response(bytes, { status: 200, headers: { 'content-length': '100', ...headers } }));

describe('an archive on the page', () => {
  it('is fetched once, and read without asking anybody', async () => {
    let asked = 0;
    const source = createHeldSource('https://office.test/district.pmtiles', () => {
      asked++;
      return answer();
    });
    expect(await Promise.all([source.hold(), source.hold()])).toEqual([true, true]);
    expect(await source.hold()).toBe(true);
    expect(asked).toBe(1);
    const { data } = await source.getBytes(10, 3);
    expect([...new Uint8Array(data)]).toEqual([10, 11, 12]);
    expect(source.getKey()).toBe('https://office.test/district.pmtiles');
  });

  it('is left where it is when it is too large, and asked for again after a failure', async () => {
    const large = createHeldSource('https://office.test/a.pmtiles', () => answer({ 'content-length': '999999999999' }));
    expect(await large.hold()).toBe(false);
    let isOnline = false;
    const lost = createHeldSource('https://office.test/b.pmtiles', () =>
      isOnline ? answer() : Promise.reject(new TypeError('Failed to fetch')),
    );
    expect(await lost.hold()).toBe(false);
    isOnline = true;
    expect(await lost.hold()).toBe(true);
  });
});
