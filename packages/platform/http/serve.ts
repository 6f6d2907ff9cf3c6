import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

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
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      const bound = server.address();
      resolve({ port: typeof bound === 'object' && bound !== null ? bound.port : address.port, stop });
    });
  });
}
