import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import test, { after, before } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { mailSender } from './send-mail.ts';

type Taken = { to: string[]; text: string };

const taken: Taken[] = [];
const answers: Record<string, number> = { 'nobody@sabil.example': 550, 'full@sabil.example': 452 };
let server: SMTPServer;
let port = 0;

const refusal = (code: number): Error => Object.assign(new Error('no'), { responseCode: code });

before(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'notices' && password === 'kept: well' ? done(null, { user: username }) : done(refusal(535)),
    onRcptTo: ({ address }, _session, done) => {
      const code = answers[address];
      done(code === undefined ? null : refusal(code));
    },
    onData: (stream, session, done) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.server.address() as AddressInfo).port;
});
after(() => new Promise<void>((resolve) => server.close(() => resolve())));

const at = (to: number, allowsPrivate = true, access = '') =>
  mailSender({ server: `smtp://${access}127.0.0.1:${to}`, from: 'Sabil <notices@sabil.example>', allowsPrivate });
const letter = (to: string) => ({
  reference: '0190f3a0-0000-7000-8000-000000000001',
  to,
  subject: 'طلب مساعدة',
  text: 'السلام عليكم',
  html: '<p>السلام عليكم</p>',
});

test('a letter arrives as text and as a page, from the region, with a reference of ours that stays', async () => {
  const send = at(port, true, 'notices:kept%3A%20well@');
  const first = await send(letter('partner@sabil.example'));
  const again = await send(letter('partner@sabil.example'));
  assert.deepEqual(first, { outcome: 'sent', providerId: '<0190f3a0-0000-7000-8000-000000000001@sabil.example>' });
  assert.deepEqual(again, first);
  const [arrived] = taken;
  assert.deepEqual(arrived?.to, ['partner@sabil.example']);
  assert.match(arrived?.text ?? '', /From: Sabil <notices@sabil\.example>/);
  assert.match(arrived?.text ?? '', /Message-ID: <0190f3a0-0000-7000-8000-000000000001@sabil\.example>/i);
  assert.match(arrived?.text ?? '', /multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
  assert.match(arrived?.text ?? '', /auto-submitted: auto-generated/i);
});

test('an address that the server refuses for good is told from one that may work tomorrow', async () => {
  assert.deepEqual(await at(port)(letter('nobody@sabil.example')), { outcome: 'refused', code: 'smtp_550' });
  const full = await at(port)(letter('full@sabil.example'));
  assert.equal(full.outcome, 'failed');
});

test('a wrong password and a server that is not there are no fault of the address', async () => {
  const wrong = await at(port, true, 'notices:wrong@')(letter('partner@sabil.example'));
  assert.equal(wrong.outcome, 'failed');
  const closed = await at(1)(letter('partner@sabil.example'));
  assert.equal(closed.outcome, 'failed');
});

test('nothing is sent to a private address that the operator did not allow, nor in clear', async () => {
  const before = taken.length;
  assert.equal((await at(port, false)(letter('partner@sabil.example'))).outcome, 'failed');
  const elsewhere = mailSender({
    server: `smtp://mail.example:${port}`,
    from: 'notices@sabil.example',
    allowsPrivate: false,
    resolve: () => Promise.resolve([{ address: '10.0.0.7', family: 4 }]),
  });
  assert.equal((await elsewhere(letter('partner@sabil.example'))).outcome, 'failed');
  assert.equal(taken.length, before);
});

/** A server that takes a whole letter and then goes silent for good. */
function silentServer(): Promise<Server> {
  const silent = createServer((socket) => {
    let isData = false;
    socket.write('220 here\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const said = chunk.toString();
      if (isData && said.includes('\r\n.\r\n')) socket.destroy();
      else if (!isData) {
        isData = said.startsWith('DATA');
        socket.write(isData ? '354 go on\r\n' : '250 so it is\r\n');
      }
    });
  });
  return new Promise((resolve) => silent.listen(0, '127.0.0.1', () => resolve(silent)));
}

test('silence after the whole letter is unsure: it may have arrived', async () => {
  const silent = await silentServer();
  const sending = await at((silent.address() as AddressInfo).port)(letter('partner@sabil.example'));
  silent.close();
  assert.equal(sending.outcome, 'unsure');
});

test('what is more than one mailbox is none: nobody else gets the letter', async () => {
  const before = taken.length;
  for (const to of [
    'a@sabil.example, b@sabil.example',
    'A <a@sabil.example>',
    'a@sabil.example\r\nBcc: b@c.example',
    'a',
  ])
    assert.deepEqual(await at(port)(letter(to)), { outcome: 'refused', code: 'no_mailbox' });
  assert.equal(taken.length, before);
});

test('what stands in a subject adds no header', async () => {
  const send = at(port);
  await send({ ...letter('partner@sabil.example'), subject: 'x\r\nBcc: thief@elsewhere.example' });
  assert.doesNotMatch(taken.at(-1)?.text ?? '', /^Bcc:/im);
  assert.deepEqual(taken.at(-1)?.to, ['partner@sabil.example']);
});
