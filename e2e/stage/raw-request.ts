import { connect } from 'node:net';

export type RawAnswer = { status: number; head: string; body: string };

const WAITS_MS = 15_000;

/** Sends these bytes, as no browser and no library would, and reads what comes back until the server closes. */
export function sendRaw(address: string, bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const socket = connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  const finish = (): void => {
    const text = Buffer.concat(chunks).toString('utf8');
    const end = text.indexOf('\r\n\r\n');
    const head = end < 0 ? text : text.slice(0, end);
    resolve({
      status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
      head,
      body: end < 0 ? '' : text.slice(end + 4),
    });
  };
  socket.setTimeout(WAITS_MS, () => socket.destroy(new Error('the server did not answer')));
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', (fault) => (chunks.length > 0 ? finish() : reject(fault)));
  socket.on('close', finish);
  // Not ended: a server takes that for somebody who does not wait for the answer.
  socket.write(bytes);
  return promise;
}

/** A request line, headers and a body; what is not given is as a browser would have it. */
export function rawRequest(line: string, headers: Record<string, string>, body = ''): string {
  const length: Record<string, string> = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries({ connection: 'close', ...length, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}
