/** Opens a server on a port, or on the next one that is free. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const TRIES = 20;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Port 0 asks the system for any. Rejects with the system's error where no port of twenty is free or the host is not ours. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listening> {
  for (let tries = 1; ; tries++) {
    const server = createServer(handler);
    try {
      await start(server, host, port === 0 ? 0 : port + tries - 1);
      return { port: (server.address() as AddressInfo).port, close: () => stop(server) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === TRIES || port + tries > 65_535)
        throw error;
    }
  }
}

function start(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
