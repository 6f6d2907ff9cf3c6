import { z } from 'zod';
import { ALONE, type OpenIdProvider, type Outside } from '../command/outside.ts';
import { askMachine } from '../outbound/ask-machine.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** https, but for a service on this very machine: what a provider says decides who comes in. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''));
const label = z.string().trim().min(1).max(80).optional();

/** The settings that tell where people find this region and whom it asks outside. */
export const OutsideEnvironment = z.object({
  QANTARA_ADDRESS: z
    .string()
    .refine((address) => isSafeAddress(address) && new URL(address).origin === address.replace(/\/$/, ''))
    .transform((address) => new URL(address).origin)
    .optional(),
  QANTARA_OPENID_ISSUER: z.string().refine(isSafeAddress).optional(),
  QANTARA_OPENID_CLIENT: z.string().min(1).optional(),
  QANTARA_OPENID_SECRET: z.string().min(1).optional(),
  QANTARA_OPENID_LABEL_AR: label,
  QANTARA_OPENID_LABEL_FR: label,
  QANTARA_OPENID_LABEL_EN: label,
  QANTARA_OPENID_MATCH: z.enum(['email', 'subject']).default('subject'),
  QANTARA_OPENID_ACR: words.default([]),
  QANTARA_OPENID_AMR: words.default([]),
  QANTARA_OPENID_HOSTS: words.default([]),
  QANTARA_PROGRAMS_PRIVATE: z
    .enum(['on', 'off'])
    .default('off')
    .transform((value) => value === 'on'),
});

/** What to set, for each of them that is wrong. */
export const OUTSIDE_ADVICE: Record<keyof z.infer<typeof OutsideEnvironment>, string> = {
  QANTARA_ADDRESS: 'the address that people type, such as https://sabil.example, without anything behind it',
  QANTARA_OPENID_ISSUER: 'the issuer of your OpenID Connect provider, beginning with https://',
  QANTARA_OPENID_CLIENT: 'the client identifier that the provider gave you, together with the issuer and the secret',
  QANTARA_OPENID_SECRET: 'the client secret that the provider gave you, together with the issuer and the client',
  QANTARA_OPENID_LABEL_AR: 'the name of the provider in Arabic, up to 80 characters',
  QANTARA_OPENID_LABEL_FR: 'the name of the provider in French, up to 80 characters',
  QANTARA_OPENID_LABEL_EN: 'the name of the provider in English, up to 80 characters',
  QANTARA_OPENID_MATCH:
    'email where an address that the provider has verified is enough, subject where people link their account themselves',
  QANTARA_OPENID_ACR: 'the values of acr that count as two factors, with spaces between them',
  QANTARA_OPENID_AMR: 'the values of amr that count as two factors, such as mfa',
  QANTARA_OPENID_HOSTS: 'the hosts besides the issuer’s own where the provider keeps its keys and tokens',
  QANTARA_PROGRAMS_PRIVATE: 'on where programs that get news are in your own network, off where they are not',
};

type Settings = z.infer<typeof OutsideEnvironment>;

function providerOf(settings: Settings): OpenIdProvider | null {
  const { QANTARA_OPENID_ISSUER: issuer, QANTARA_OPENID_CLIENT: clientId, QANTARA_OPENID_SECRET: secret } = settings;
  if (issuer === undefined || clientId === undefined || secret === undefined) return null;
  const host = new URL(issuer).host;
  return {
    issuer,
    clientId,
    clientSecret: secret,
    label: {
      ar: settings.QANTARA_OPENID_LABEL_AR ?? host,
      fr: settings.QANTARA_OPENID_LABEL_FR ?? host,
      en: settings.QANTARA_OPENID_LABEL_EN ?? host,
    },
    matchesBy: settings.QANTARA_OPENID_MATCH,
    acr: settings.QANTARA_OPENID_ACR,
    amr: settings.QANTARA_OPENID_AMR,
    hosts: settings.QANTARA_OPENID_HOSTS,
  };
}

/** Which of the three that belong together is missing where one of them is set. */
export function missingOfProvider(settings: Settings): string[] {
  const needed = ['QANTARA_OPENID_ISSUER', 'QANTARA_OPENID_CLIENT', 'QANTARA_OPENID_SECRET'] as const;
  const missing = needed.filter((name) => settings[name] === undefined);
  return missing.length === needed.length ? [] : missing;
}

/** Where this region is, by its settings: on this machine alone unless they say another place. */
export function outsideOf(settings: Settings, port: number): Outside {
  const reach = { allowsPrivate: settings.QANTARA_PROGRAMS_PRIVATE };
  return {
    ...ALONE,
    address: settings.QANTARA_ADDRESS ?? `http://localhost:${port}`,
    openId: providerOf(settings),
    ask: (url, question) => askMachine(url, question, reach),
  };
}
