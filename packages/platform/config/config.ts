import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Outside } from '../command/outside.ts';
import { FILES_ADVICE, FilesEnvironment, filesConfigOf, missingOfFiles, type FilesConfig } from './files-settings.ts';
import {
  MESSAGE_ADVICE,
  MessageEnvironment,
  messagesOf,
  missingOfMessages,
  type MessageSettings,
} from './message-settings.ts';
import { missingOfProvider, OUTSIDE_ADVICE, OutsideEnvironment, outsideOf } from './outside-settings.ts';

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const callable = z.string().regex(/^\+?[\d ]{2,20}$/);

const Environment = z.object({
  PORT: number(0, 65_535).default(3000),
  QANTARA_HOST: z.string().min(1).default('127.0.0.1'),
  QANTARA_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  QANTARA_POOL: number(1, 200).default(10),
  QANTARA_SAMPLE: onOff.optional(),
  QANTARA_SECRET: z.string().min(32).optional(),
  QANTARA_SECURE: onOff.default(false),
  QANTARA_TRUST_PROXY: onOff.default(false),
  QANTARA_REQUESTS_PER_MINUTE: number(0, 1_000_000).default(600),
  QANTARA_METRICS_TOKEN: z.string().min(16).optional(),
  QANTARA_TIME_ZONE: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
    .default('Africa/Tunis'),
  QANTARA_DIGITS: z.enum(['latn', 'arab']).default('latn'),
  QANTARA_CALL_EMERGENCY: callable.optional(),
  QANTARA_CALL_VIOLENCE: callable.optional(),
  QANTARA_CALL_TONIGHT: callable.optional(),
  QANTARA_CHECKPOINT_FILE: z.string().startsWith('/').optional(),
  QANTARA_CHECKPOINT_URL: z.url({ protocol: /^https$/ }).optional(),
  QANTARA_CHECKPOINT_PRIVATE: onOff.default(false),
  ...OutsideEnvironment.shape,
  ...FilesEnvironment.shape,
  ...MessageEnvironment.shape,
});

/** What to set, for each setting that is wrong. */
const ADVICE: Record<keyof z.infer<typeof Environment>, string> = {
  PORT: 'a port number from 0 to 65535, such as 3000',
  QANTARA_HOST: 'the address to listen on: 127.0.0.1 for this machine only, 0.0.0.0 for all',
  QANTARA_DATA: 'the folder of the embedded database, such as ./data',
  DATABASE_URL:
    'a PostgreSQL address, such as postgres://user:password@host:5432/qantara; leave it out for the embedded database',
  QANTARA_POOL: 'how many connections to PostgreSQL, from 1 to 200',
  QANTARA_SAMPLE: 'on to load the invented sample region into an empty database, off to start empty',
  QANTARA_SECRET: 'at least 32 random characters (openssl rand -base64 32), the same on every server of a region',
  QANTARA_SECURE: 'on where people reach the server by https, off where they do not',
  QANTARA_TRUST_PROXY: 'on where a proxy of yours sets X-Forwarded-For, off where none does',
  QANTARA_REQUESTS_PER_MINUTE: 'how many requests a minute one address may make; 0 for no limit',
  QANTARA_METRICS_TOKEN: 'at least 16 characters, or leave it out to show /metrics on this machine only',
  QANTARA_TIME_ZONE: 'a time zone such as Africa/Tunis or America/Toronto',
  QANTARA_DIGITS: 'latn for 123, arab for ١٢٣',
  QANTARA_CALL_EMERGENCY: 'the number of police, fire and ambulance, digits and spaces only',
  QANTARA_CALL_VIOLENCE: 'the number for somebody who is being hurt, digits and spaces only',
  QANTARA_CALL_TONIGHT: 'the number for somebody without a place to sleep tonight, digits and spaces only',
  QANTARA_CHECKPOINT_FILE: 'the whole path of a file on another disk, such as /mnt/elsewhere/checkpoints.jsonl',
  QANTARA_CHECKPOINT_URL: 'an https address of somebody else that keeps what is posted to it',
  QANTARA_CHECKPOINT_PRIVATE: 'on where that address is in your own network, off where it is not',
  ...OUTSIDE_ADVICE,
  ...FILES_ADVICE,
  ...MESSAGE_ADVICE,
};

export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | null;
  poolSize: number;
  loadsSample: boolean;
  secret: string;
  secure: boolean;
  trustProxy: boolean;
  requestsPerMinute: number;
  metricsToken: string | null;
  region: { timeZone: string; numberingSystem: 'latn' | 'arab' };
  /** Whom residents are told to call in danger; what is not set is not shown. */
  dangerNumbers: Record<string, string>;
  /** Where checkpoints of the audit are kept outside. */
  checkpoints: { file: string | null; address: string | null; allowsPrivate: boolean };
  outside: Outside;
  /** Where files of people are kept. */
  files: FilesConfig;
  /** How messages leave. */
  messages: MessageSettings;
  /** The address that the operator has set; null where nobody did. */
  address: string | null;
};

/** A setting that is wrong or missing. The message says what to set; nothing was started. */
export class ConfigurationRefused extends Error {}

/** The embedded region keeps its own secret beside its data, made at its first start. */
function secretBeside(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

function refuseSettings(names: string[]): never {
  const lines = names.map(
    (name) => `  ${name}: set ${ADVICE[name as keyof typeof ADVICE] ?? 'it as docs/operations/configure.md says'}`,
  );
  throw new ConfigurationRefused(`Qantara did not start: these settings need another look.\n${lines.join('\n')}`);
}

function dangerNumbersOf(settings: z.infer<typeof Environment>): Record<string, string> {
  const set = {
    emergency: settings.QANTARA_CALL_EMERGENCY,
    violence: settings.QANTARA_CALL_VIOLENCE,
    tonight: settings.QANTARA_CALL_TONIGHT,
  };
  return Object.fromEntries(
    Object.entries(set).flatMap(([key, number]) => (number === undefined ? [] : [[key, number]])),
  );
}

function checkpointsOf(settings: z.infer<typeof Environment>): Config['checkpoints'] {
  return {
    file: settings.QANTARA_CHECKPOINT_FILE ?? null,
    address: settings.QANTARA_CHECKPOINT_URL ?? null,
    allowsPrivate: settings.QANTARA_CHECKPOINT_PRIVATE,
  };
}

/** Reads the settings from the environment, once. Refuses to start with a list of what to set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) return refuseSettings([...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]);
  const settings = parsed.data;
  const databaseUrl = settings.DATABASE_URL ?? null;
  const dataFolder = resolve(settings.QANTARA_DATA);
  if (databaseUrl !== null && settings.QANTARA_SECRET === undefined) return refuseSettings(['QANTARA_SECRET']);
  const missing = [...missingOfProvider(settings), ...missingOfFiles(settings), ...missingOfMessages(settings)];
  if (missing.length > 0) return refuseSettings(missing);
  return {
    port: settings.PORT,
    host: settings.QANTARA_HOST,
    dataFolder,
    databaseUrl,
    poolSize: settings.QANTARA_POOL,
    // A server database may be somebody's real one: the sample is loaded there only where it is asked for.
    loadsSample: settings.QANTARA_SAMPLE ?? databaseUrl === null,
    secret: settings.QANTARA_SECRET ?? secretBeside(dataFolder),
    secure: settings.QANTARA_SECURE,
    trustProxy: settings.QANTARA_TRUST_PROXY,
    requestsPerMinute: settings.QANTARA_REQUESTS_PER_MINUTE,
    metricsToken: settings.QANTARA_METRICS_TOKEN ?? null,
    region: { timeZone: settings.QANTARA_TIME_ZONE, numberingSystem: settings.QANTARA_DIGITS },
    dangerNumbers: dangerNumbersOf(settings),
    checkpoints: checkpointsOf(settings),
    outside: outsideOf(settings, settings.PORT),
    files: filesConfigOf(settings, dataFolder),
    messages: messagesOf(settings),
    address: settings.QANTARA_ADDRESS ?? null,
  };
}
