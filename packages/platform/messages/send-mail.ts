import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import { addressToUse, resolveHost, type Resolve } from '../outbound/public-address.ts';
import type { Letter, Sending } from './messenger.ts';

const WAITS_MS = 20_000;

export type MailSettings = {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  server: string;
  from: string;
  allowsPrivate: boolean;
  resolve?: Resolve;
  /** Who signs the server's certificate, where it is none that everybody knows. */
  ca?: string;
};

/** One mailbox: what holds a list, a name or a group would go to somebody else as well. */
const MAILBOX = /^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\]+$/;

type Fault = { code?: unknown; command?: unknown; responseCode?: unknown };

function codeOf(fault: Fault): string {
  const code = typeof fault.code === 'string' ? fault.code.toLowerCase() : 'unknown';
  return typeof fault.responseCode === 'number' ? `smtp_${fault.responseCode}` : code;
}

/** RFC 5321 §4.2.1: a 5yz answer to RCPT is about the address, and would be the same tomorrow; 503 is about the order of commands. */
function isAboutAddress({ command, responseCode }: Fault): boolean {
  const isForGood = typeof responseCode === 'number' && responseCode >= 500 && responseCode !== 503;
  return isForGood && command === 'RCPT TO';
}

function sendingOf(fault: Fault, wasWritten: boolean): Sending {
  const code = codeOf(fault);
  if (isAboutAddress(fault)) return { outcome: 'refused', code };
  if (wasWritten && typeof fault.responseCode !== 'number') return { outcome: 'unsure', code };
  return { outcome: 'failed', code };
}

function accessOf({ username, password }: URL): { auth: { user: string; pass: string } } | object {
  return username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
}

async function optionsOf(url: URL, { allowsPrivate, resolve = resolveHost, ca }: MailSettings) {
  const secure = url.protocol === 'smtps:';
  const to = await addressToUse(url.hostname, { allowsPrivate, resolve });
  return {
    host: to.address,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A password or a message in clear is for one's own network alone, and only where the operator says that it is.
    requireTLS: !secure && !allowsPrivate,
    tls: { servername: url.hostname, ...(ca === undefined ? {} : { ca }) },
    connectionTimeout: WAITS_MS,
    greetingTimeout: WAITS_MS,
    socketTimeout: WAITS_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...accessOf(url),
  };
}

/** Hands letters to the operator's one mail server, looked up once for each, and nowhere else. Never throws: it says what became of it. */
export function mailSender(settings: MailSettings): (letter: Letter) => Promise<Sending> {
  const url = new URL(settings.server);
  return async ({ reference, to, subject, text, html }) => {
    if (!MAILBOX.test(to)) return { outcome: 'refused', code: 'no_mailbox' };
    let wasWritten = false;
    try {
      const transport = createTransport(await optionsOf(url, settings));
      transport.use('stream', (mail, done) => {
        const watch = () =>
          new Transform({
            transform: (chunk: Buffer, _encoding, next) => next(null, chunk),
            flush: (next) => {
              wasWritten = true;
              next();
            },
          });
        mail.message.transform(watch);
        done();
      });
      const messageId = `<${reference}@${settings.from.split('@').at(-1)?.replace(/>$/, '') ?? url.hostname}>`;
      const headers = { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' };
      await transport.sendMail({
        from: settings.from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        headers,
      });
      return { outcome: 'sent', providerId: messageId };
    } catch (fault) {
      return sendingOf(fault as Fault, wasWritten);
    }
  };
}
