import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

function startOf(script: string, environment: NodeJS.ProcessEnv, words: string[] = []): ChildProcess {
  const file = join(import.meta.dirname, script);
  return spawn(process.execPath, [file, ...words], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs a script to its end and gives its last line. */
export function run(script: string, environment: NodeJS.ProcessEnv, words: string[] = []): Promise<string> {
  const child = startOf(script, environment, words);
  let last = '';
  if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => (last = line));
  return new Promise((resolve, reject) => {
    child.on('exit', (code) =>
      code === 0 ? resolve(last) : reject(new Error(`${script} ended with ${code}: ${last}`)),
    );
  });
}

/** Starts a server script and waits until it says on which port it listens. */
export function listen(script: string, environment: NodeJS.ProcessEnv): Promise<{ port: string; stop: () => void }> {
  const child = startOf(script, environment);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      const port = /listening (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve({ port, stop: () => void child.kill('SIGKILL') });
    });
  });
}
