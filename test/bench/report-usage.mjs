/** Preloaded into a process that is measured: on its end it writes what the process used, threads included. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.CHENTU_BENCH_USAGE;

if (isMainThread && file) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    // Microseconds and kilobytes.
    const usage = { userMs: userCPUTime / 1000, systemMs: systemCPUTime / 1000, peakBytes: maxRSS * 1024 };
    writeFileSync(file, JSON.stringify(usage));
  });
}
