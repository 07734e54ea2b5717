/** Which other origins this page may ask: as the policy script wrote it when the page was opened. */
export function findAllowedOrigins(page: Document): string[] {
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
  // While developing there is no policy, and nothing to allow.
  if (!policy) return [];
  const connect = policy.split('; ').find((line) => line.startsWith('connect-src ')) ?? '';
  return connect.split(' ').filter((source) => /^https?:/iu.test(source));
}
