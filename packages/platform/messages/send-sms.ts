import { askMachine, NoSuchMachine, type MachineAnswer, type Reach } from '../outbound/ask-machine.ts';
import type { Sending, ShortMessage } from './messenger.ts';

const WAITS_MS = 20_000;
const LONGEST_ANSWER = 10_000;

export type SmsSettings = Reach & {
  /** The provider's one address; https, or http on this very machine. */
  address: string;
  token: string;
  /** Where the provider tells us what became of a message. */
  receiptsAt: string;
};

const NUMBER = /^\+?\d{3,15}$/;

function idIn(body: Buffer | null): string | null {
  try {
    const said: unknown = JSON.parse(body?.toString('utf8') ?? '');
    const id = typeof said === 'object' && said !== null && 'id' in said ? said.id : null;
    return typeof id === 'string' && id !== '' && id.length <= 200 ? id : null;
  } catch {
    return null;
  }
}

/** docs/operations/messages.md: what each answer of a provider means. An answer that sends us elsewhere is a failure. */
function sendingOf({ status, body }: MachineAnswer): Sending {
  if (status >= 200 && status < 300) return { outcome: 'sent', providerId: idIn(body) };
  if (status === 422) return { outcome: 'refused', code: 'sms_422' };
  return { outcome: 'failed', code: `sms_${status}` };
}

const NEVER_LEFT = new Set<unknown>(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH']);

/** Hands short messages to the operator's one provider, looked up once for each, and nowhere else. Never throws. */
export function smsSender(settings: SmsSettings): (message: ShortMessage) => Promise<Sending> {
  const { token, receiptsAt } = settings;
  const url = new URL(settings.address);
  return async ({ reference, to, text, parts }) => {
    if (!NUMBER.test(to)) return { outcome: 'refused', code: 'no_number' };
    const body = JSON.stringify({ to, text, reference, parts, receipts: receiptsAt });
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': reference,
    };
    const question = { method: 'POST', headers, body, waitsMs: WAITS_MS, mostBytes: LONGEST_ANSWER } as const;
    try {
      return sendingOf(await askMachine(url, question, settings));
    } catch (fault) {
      const code = (fault as { code?: unknown }).code;
      // Nobody listened: it cannot have left. Any other silence may have come after the provider had it.
      return fault instanceof NoSuchMachine || NEVER_LEFT.has(code)
        ? { outcome: 'failed', code: 'no_provider' }
        : { outcome: 'unsure', code: 'no_answer' };
    }
  };
}
