/** When something was done, on this machine's clock: today the time to the second, else the day and the minute. */
export function formatLocalTime(iso: string, today: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (value: number) => String(value).padStart(2, '0');
  const minute = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === today.toDateString()) return `${minute}:${two(at.getSeconds())}`;
  const day = `${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return at.getFullYear() === today.getFullYear() ? `${day} ${minute}` : `${at.getFullYear()}-${day}`;
}

/** The user's own day, `2026-11-23`: an edit is dated by whoever makes it. */
export function localDate(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
