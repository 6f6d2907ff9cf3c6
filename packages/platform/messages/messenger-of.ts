import type { MessageSettings, WayOut } from '../config/message-settings.ts';
import type { MessageDoor, Messenger } from './messenger.ts';
import { mailSender } from './send-mail.ts';
import { smsSender } from './send-sms.ts';

/** A real region in which messages would be kept instead of sent: whoever waits for one would wait for ever. */
export class CaptureRefused extends Error {}

const OPEN_BY_DEFAULT = { sample: 'capture', real: 'off' } as const;

function doorOf<Message>(
  set: WayOut | null,
  isSample: boolean,
  send: (address: string) => Extract<MessageDoor<Message>, { way: 'send' }>['send'],
): MessageDoor<Message> {
  const way = set ?? OPEN_BY_DEFAULT[isSample ? 'sample' : 'real'];
  if (way === 'off') return { way: 'off' };
  if (way === 'capture') return { way: 'capture' };
  return { way: 'send', send: send(way.address) };
}

/**
 * The ways out that the operator has set. Where nothing is set the sample region keeps what it would send, and a real one sends
 * nothing. Refuses to keep messages in a real region.
 */
export function messengerOf(settings: MessageSettings, region: { address: string; isSample: boolean }): Messenger {
  const { mail, mailFrom, sms, smsToken, smsSecret, allowsPrivate } = settings;
  if (!region.isSample && (mail === 'capture' || sms === 'capture'))
    throw new CaptureRefused(
      'Qantara did not start: QANTARA_MAIL and QANTARA_SMS may be capture in the sample region only. Set a server, or off.',
    );
  const receiptsAt = `${region.address}/api/notice-receipts`;
  return {
    mail: doorOf(mail, region.isSample, (server) => mailSender({ server, from: mailFrom ?? '', allowsPrivate })),
    sms: doorOf(sms, region.isSample, (address) =>
      smsSender({ address, token: smsToken ?? '', receiptsAt, allowsPrivate }),
    ),
    receiptSecret: smsSecret,
  };
}
