/** Names and phone numbers as they stand on a wall before everyone: who knows them recognises them, nobody else learns them. Pure. */

const MASK = '**';

/** `张**`. An empty name stays empty. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}${MASK}`;
}

/**
 * A mobile number as `138****5678`; of shorter numbers the last two digits. Everything but digits is left out,
 * and of what has fewer than six digits nothing is shown.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length >= 11) return `${digits.slice(-11, -8)}****${digits.slice(-4)}`;
  return digits.length >= 6 ? `****${digits.slice(-2)}` : '****';
}
