import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../apps/server/main.ts');
const LONGEST_START_MS = 180_000;

export type RunningServer = {
  /** Without a slash at the end. */
  address: string;
  /** What it has printed so far. */
  printed: () => string;
  stop: () => Promise<void>;
};

/** `isNamed`: the region knows its own address, `http://localhost`, to which a passkey is bound. */
export type Start = { dataFolder: string; sample: boolean; isNamed?: boolean; settings?: Record<string, string> };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The settings of whoever runs the tests are not those of the region under test. */
function environment({ dataFolder, sample, settings = {} }: Start, port: number): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('QANTARA_') && !['DATABASE_URL', 'PORT', 'NODE_TEST_CONTEXT'].includes(name),
  );
  return {
    ...Object.fromEntries(own),
    PORT: String(port),
    ...(port === 0 ? {} : { QANTARA_ADDRESS: `http://localhost:${port}` }),
    QANTARA_DATA: dataFolder,
    QANTARA_SAMPLE: sample ? 'on' : 'off',
    QANTARA_REQUESTS_PER_MINUTE: '0',
    ...settings,
  };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

function addressOf(server: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The server did not start in time.\n${printed()}`)),
      LONGEST_START_MS,
    );
    server.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`The server ended (${code}).\n${printed()}`));
    });
    const look = (): void => {
      const address = /open at (http:\/\/\S+)/.exec(printed())?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    server.stdout?.on('data', look);
  });
}

/** Starts the real server on a free port and waits until it is open. */
export async function startServer(given: Start): Promise<RunningServer> {
  const port = given.isNamed === true ? await freePort() : 0;
  const server = spawn(process.execPath, [MAIN], {
    env: environment(given, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (text += String(part)));
  const opened = await addressOf(server, () => text);
  const address = port === 0 ? opened : `http://localhost:${port}`;
  return { address, printed: () => text, stop: () => stop(server) };
}
