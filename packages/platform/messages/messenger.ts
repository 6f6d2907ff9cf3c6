/** A message by e-mail, to one address. */
export type Letter = {
  /** Ours for good: a repetition of the same message carries the same one, so that whoever receives it can tell. */
  reference: string;
  to: string;
  subject: string;
  text: string;
  html: string;
};

/** A message to one telephone. */
export type ShortMessage = { reference: string; to: string; text: string; parts: number };

/**
 * What became of one try. `refused`: the address is none, and will be none tomorrow. `failed`: it did not leave, and may be tried again.
 * `unsure`: it may have left, for the other side went silent after it had all of it.
 */
export type Sending =
  | { outcome: 'sent'; providerId: string | null }
  | { outcome: 'refused' | 'failed' | 'unsure'; code: string };

/** A way out: nothing leaves, what would leave is kept to be read here, or it is sent. */
export type MessageDoor<Message> =
  | { way: 'off' }
  | { way: 'capture' }
  | { way: 'send'; send: (message: Message) => Promise<Sending> };

/** The ways out of this region for messages, and the secret by which receipts of short messages are told from forged ones. */
export type Messenger = {
  mail: MessageDoor<Letter>;
  sms: MessageDoor<ShortMessage>;
  receiptSecret: string | null;
};

/** A region from which nothing is sent. */
export const SILENT: Messenger = { mail: { way: 'off' }, sms: { way: 'off' }, receiptSecret: null };
