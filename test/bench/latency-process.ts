/** Starts the latency section in a process of its own. Rejects where it fails. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LatencyReport, LatencyTask } from './latency.ts';
import type { LatencyMessage } from './run-latency.ts';

export function runLatency(task: LatencyTask): Promise<LatencyReport> {
  const child = fork(fileURLToPath(new URL('run-latency.js', import.meta.url)), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=12288'],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message: LatencyMessage) => {
      if ('report' in message) resolve(message.report);
      else reject(new Error(message.problem));
    });
    child.on('exit', (code, signal) => reject(new Error(`the session ended with ${signal ?? code}`)));
    child.send(task);
  });
}
