import { SILENT, type Messenger } from '../messages/messenger.ts';
import { NoSuchMachine, type MachineAnswer, type Question } from '../outbound/ask-machine.ts';

/** A provider where people may sign in (OpenID Connect), as the operator has set it. */
export type OpenIdProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says, by language. */
  label: { ar: string; fr: string; en: string };
  /** By what a person who comes for the first time is known: an address that the provider has verified, or nothing. */
  matchesBy: 'email' | 'subject';
  /** One of these is enough for a second factor; none named: our own is asked. */
  acr: readonly string[];
  amr: readonly string[];
  /** Hosts besides the issuer's own that it may send us to. */
  hosts: readonly string[];
};

/** Where people find this region, and whom it asks outside. */
export type Outside = {
  /** The address in people's browsers, without a slash at the end: `https://sabil.example`. */
  address: string;
  openId: OpenIdProvider | null;
  /** How messages leave. */
  messenger: Messenger;
  /** Asks a machine of the internet that an administrator has named: for the keys of a program, with news for it. */
  ask: (url: URL, question: Question) => Promise<MachineAnswer>;
};

const nobody = () => Promise.reject(new NoSuchMachine('this region asks nobody'));

/** A region on this machine alone, that asks nobody. */
export const ALONE: Outside = { address: 'http://localhost:3000', openId: null, messenger: SILENT, ask: nobody };
