import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** The address cannot be listened on. The message says what to set; nothing was opened. */
export class ListenRefused extends Error {
  constructor(fault: NodeJS.ErrnoException, { port, host }: { port: number; host: string }) {
    const why: Record<string, string> = {
      EADDRINUSE: `another program listens on port ${port} already. Stop it, or set PORT to another number`,
      EACCES: `this account may not listen on port ${port}. Set PORT to a number above 1023`,
      EADDRNOTAVAIL: `this machine has no address ${host}. Set QANTARA_HOST to 127.0.0.1, or to 0.0.0.0 for all`,
      ENOTFOUND: `${host} is no address. Set QANTARA_HOST to 127.0.0.1, or to 0.0.0.0 for all`,
    };
    super(`Qantara did not start: ${why[fault.code ?? ''] ?? fault.message}.`, { cause: fault });
    this.name = 'ListenRefused';
  }
}

export type Serving = { port: number; stop: (graceMilliseconds: number) => Promise<void> };

/**
 * Listens, and stops gracefully: no new connection, the answers under way are finished, and what has not ended after
 * the grace is cut.
 */
export function serve(
  fetch: (request: Request, env?: object) => Response | Promise<Response>,
  address: { port: number; host: string },
): Promise<Serving> {
  const server: Server = createServer(getRequestListener((request, env) => fetch(request, env)));
  server.requestTimeout = 60_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 15_000;
  const stop = (graceMilliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
      server.close(() => (clearTimeout(cut), resolve()));
      server.closeIdleConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', (fault) => reject(new ListenRefused(fault, address)));
    server.listen(address.port, address.host, () => {
      const bound = server.address();
      resolve({ port: typeof bound === 'object' && bound !== null ? bound.port : address.port, stop });
    });
  });
}
