/** Answers requests for the app and, under `/workspace/`, for the workspace's files. Reads only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { parseByteRange } from './byte-range.ts';
import { contentTypeOf } from './content-type.ts';
import type { ServedFile, ServedFiles } from './served-files.ts';

export interface Served {
  readonly app: ServedFiles;
  readonly workspace?: ServedFiles | undefined;
  /** Where only this machine may ask: other host names are refused, against DNS rebinding. */
  readonly loopbackOnly: boolean;
}

const WORKSPACE = 'workspace/';

export function createRequestHandler(served: Served) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(served, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  };
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405);
  }
  if (served.loopbackOnly && !isLoopbackName(request.headers.host)) return refuse(response, 403);
  const path = decodePath(request.url ?? '/');
  if (path === undefined) return refuse(response, 400);
  const inWorkspace = served.workspace && path.startsWith(WORKSPACE);
  const files = inWorkspace ? (served.workspace as ServedFiles) : served.app;
  const relative = inWorkspace ? path.slice(WORKSPACE.length) : path === '' ? 'index.html' : path;
  const file = await files.find(relative);
  if (!file) return refuse(response, 404);
  response.setHeader('Content-Type', contentTypeOf(relative));
  // Built files carry a hash in their names; all else is asked for again, and mostly answered 304.
  response.setHeader(
    'Cache-Control',
    /^assets\/.*-[\w-]{8,}\./.test(path) ? 'max-age=31536000, immutable' : 'no-cache',
  );
  sendFile(file, request, response);
}

function sendFile(file: ServedFile, request: IncomingMessage, response: ServerResponse): void {
  const tag = `"${file.size.toString(36)}-${Math.round(file.modifiedMs).toString(36)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  const condition = request.headers['if-range'];
  const range = condition && condition !== tag ? 'whole' : parseByteRange(request.headers.range, file.size);
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${file.size}`);
    refuse(response, 416);
    return;
  }
  const { start, end } = range === 'whole' ? { start: 0, end: file.size - 1 } : range;
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`);
  response.setHeader('Content-Length', end - start + 1);
  response.statusCode = range === 'whole' ? 200 : 206;
  if (request.method === 'HEAD') response.end();
  // A client that goes away in the middle is no fault; the stream is closed either way.
  else pipeline(file.open(start, end), response, () => {});
}

function refuse(response: ServerResponse, status: number): void {
  response.removeHeader('Content-Length');
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

/** The path without query and leading slash, decoded once; undefined if it cannot be. */
function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent((url.split(/[?#]/)[0] as string).replace(/^\/+/, ''));
  } catch {
    return undefined;
  }
}

function isLoopbackName(host: string | undefined): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host ?? '');
}
