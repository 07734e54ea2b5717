/** The process of the latency section: a session of its own, reported once. */
import { type LatencyReport, type LatencyTask, measureLatency } from './latency.ts';

export type LatencyMessage = { readonly report: LatencyReport } | { readonly problem: string };

process.on('disconnect', () => process.exit());

process.once('message', (task: LatencyTask) => {
  void measureLatency(task)
    .then((report): LatencyMessage => ({ report }))
    .catch((error: unknown): LatencyMessage => ({ problem: String(error) }))
    .then((message) => process.send!(message, () => process.disconnect()));
});
