import { z } from 'zod';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** https, but for a provider on this very machine: whoever listens reads the message and the token. */
function isProvider(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)));
}

function isMailServer(address: string): boolean {
  return /^smtps?:\/\//.test(address) && URL.canParse(address) && new URL(address).hostname !== '';
}

/** `Sabil <notices@sabil.example>`, or the address alone. */
const SENDER = /^(?:[^<>@\r\n"]{1,80} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/** How messages leave: not at all, kept to be read here, or to the operator's server. */
export type WayOut = 'off' | 'capture' | { address: string };

const wayOut = (isAddress: (address: string) => boolean) =>
  z
    .string()
    .refine((way) => way === 'off' || way === 'capture' || isAddress(way))
    .transform((way): WayOut => (way === 'off' || way === 'capture' ? way : { address: way }))
    .optional();

/** The settings that tell how messages leave. */
export const MessageEnvironment = z.object({
  QANTARA_MAIL: wayOut(isMailServer),
  QANTARA_MAIL_FROM: z.string().regex(SENDER).optional(),
  QANTARA_SMS: wayOut(isProvider),
  QANTARA_SMS_TOKEN: z.string().min(8).optional(),
  QANTARA_SMS_SECRET: z.string().min(32).optional(),
  QANTARA_MESSAGES_PRIVATE: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .default(false),
});

/** What to set, for each of them that is wrong. */
export const MESSAGE_ADVICE: Record<keyof z.infer<typeof MessageEnvironment>, string> = {
  QANTARA_MAIL:
    'off, capture (in the sample region), or your mail server, such as smtp://user:password@mail.example:587',
  QANTARA_MAIL_FROM:
    'the address that letters come from, such as Sabil <notices@sabil.example>, together with QANTARA_MAIL',
  QANTARA_SMS:
    'off, capture (in the sample region), or the https address of your provider (docs/operations/messages.md)',
  QANTARA_SMS_TOKEN: 'the token that the provider gave you, together with QANTARA_SMS and QANTARA_SMS_SECRET',
  QANTARA_SMS_SECRET: 'at least 32 characters that you and the provider share, by which its receipts are signed',
  QANTARA_MESSAGES_PRIVATE: 'on where the mail server or the provider is in your own network, off where it is not',
};

type Settings = z.infer<typeof MessageEnvironment>;

export type MessageSettings = {
  mail: WayOut | null;
  mailFrom: string | null;
  sms: WayOut | null;
  smsToken: string | null;
  smsSecret: string | null;
  allowsPrivate: boolean;
};

/** Which settings are missing where messages are to be sent. */
export function missingOfMessages(settings: Settings): string[] {
  const sendsMail = typeof settings.QANTARA_MAIL === 'object';
  const sendsSms = typeof settings.QANTARA_SMS === 'object';
  return [
    ...(sendsMail && settings.QANTARA_MAIL_FROM === undefined ? ['QANTARA_MAIL_FROM'] : []),
    ...(sendsSms && settings.QANTARA_SMS_TOKEN === undefined ? ['QANTARA_SMS_TOKEN'] : []),
    ...(sendsSms && settings.QANTARA_SMS_SECRET === undefined ? ['QANTARA_SMS_SECRET'] : []),
  ];
}

/** How messages leave, by the settings; null where nothing is set. */
export function messagesOf(settings: Settings): MessageSettings {
  return {
    mail: settings.QANTARA_MAIL ?? null,
    mailFrom: settings.QANTARA_MAIL_FROM ?? null,
    sms: settings.QANTARA_SMS ?? null,
    smsToken: settings.QANTARA_SMS_TOKEN ?? null,
    smsSecret: settings.QANTARA_SMS_SECRET ?? null,
    allowsPrivate: settings.QANTARA_MESSAGES_PRIVATE,
  };
}
