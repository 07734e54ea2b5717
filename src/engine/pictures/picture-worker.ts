/** The worker's entry: a thin shell that hands questions to the desk. No logic of its own. */
import { createPictureDesk } from './picture-desk.ts';
import type { FromPictureWorker, ToPictureWorker } from './picture-protocol.ts';

/** Only what is used here of a dedicated worker's scope; the page's `lib` does not describe it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToPictureWorker>) => void) | null;
  postMessage(message: FromPictureWorker, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const desk = createPictureDesk();
const running = new Map<number, AbortController>();
scope.onmessage = ({ data }) => void receive(data);

async function receive(message: ToPictureWorker): Promise<void> {
  if (message.ask === 'forget') return running.get(message.id)?.abort();
  const abort = new AbortController();
  running.set(message.id, abort);
  const output = await desk[message.ask](message.input as never, abort.signal);
  running.delete(message.id);
  const picture = output.ok ? output.value : undefined;
  scope.postMessage({ id: message.id, output }, picture instanceof ImageBitmap ? [picture] : []);
}
