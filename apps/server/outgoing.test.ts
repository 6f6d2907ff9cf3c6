import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

/** Whatever can ask another machine. */
const ASKS =
  /(?<![.\w])fetch(?=\(|[,;)])|from 'node:(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?'|from 'undici'|from 'nodemailer'|new WebSocket|EventSource\(/;

/** Who does, and why nobody outside decides where to. */
const MAY: Record<string, string> = {
  'packages/platform/outbound/ask-machine.ts':
    'the operator’s own addresses (checkpoints, bucket, short messages) and those that an administrator wrote for a program, looked up once, redirects not followed',
  'packages/platform/outbound/public-address.ts': 'looks such an address up, and refuses what is not of the internet',
  'packages/platform/messages/send-mail.ts':
    'the operator’s one mail server, by a library, at the machine that was looked up once',
  'packages/platform/http/serve.ts': 'listens, and asks nobody',
  'modules/identity/server/open-id/ask-provider.ts':
    'the issuer and the hosts that the operator named beside it, redirects refused',
  'apps/cli/commands/program-commands.ts': 'a command of the terminal, at the address that is typed there',
  'modules/hsds/server/checks/check-interface.ts': 'a command of the terminal, at the address that is typed there',
};

test('the server asks only whom its operator has named: no input of anybody leads it elsewhere', () => {
  const files = globSync(
    [
      'packages/platform/**/*.ts',
      'packages/kernel/**/*.ts',
      'modules/*/{domain,server}/**/*.ts',
      'apps/{server,cli}/**/*.ts',
    ],
    {
      cwd: ROOT,
      exclude: (name) => name === 'node_modules' || name === 'testing',
    },
  ).filter((file) => !/\.test\.ts$|testing\.ts$/.test(file));
  const asking = files.filter((file) =>
    ASKS.test(readFileSync(join(ROOT, file), 'utf8').replaceAll(/^\s*(?:\*|\/\/).*$/gm, '')),
  );
  assert.deepEqual(asking.toSorted(), Object.keys(MAY).toSorted());
});
