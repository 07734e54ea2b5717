/** Preloaded into a process that is measured: on its end it writes what the process used, threads included. */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.CHENTU_BENCH_USAGE;

if (isMainThread && file) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    // Microseconds and kilobytes.
    const peakBytes = (ownPeakKilobytes() ?? maxRSS) * 1024;
    const usage = { userMs: userCPUTime / 1000, systemMs: systemCPUTime / 1000, peakBytes };
    writeFileSync(file, JSON.stringify(usage));
  });
}

/** Of this program alone: `maxRSS` begins with the size of the process that started it. Undefined off Linux. */
function ownPeakKilobytes() {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return found ? Number(found[1]) : undefined;
  } catch {
    return undefined;
  }
}
