import { join } from 'node:path';
import { z } from 'zod';
import type { Bucket } from '../files/ask-bucket.ts';
import { isSafeAddress } from './outside-settings.ts';

/** Where files of people are kept: a folder of this machine, or a bucket. */
export type FilesConfig = { folder: string } | { bucket: Bucket };

const BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/;

/** By http only where the operator says that it is in their own network; `missingOfFiles` looks at that. */
const endpoint = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''));

/** The settings that tell where files are kept. */
export const FilesEnvironment = z.object({
  QANTARA_FILES: z
    .string()
    .refine((place) => place.startsWith('/') || BUCKET.test(place))
    .optional(),
  QANTARA_FILES_ENDPOINT: endpoint.optional(),
  QANTARA_FILES_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('us-east-1'),
  QANTARA_FILES_KEY: z.string().min(1).optional(),
  QANTARA_FILES_SECRET: z.string().min(1).optional(),
  QANTARA_FILES_PRIVATE: z
    .enum(['on', 'off'])
    .default('off')
    .transform((value) => value === 'on'),
});

/** What to set, for each of them that is wrong. */
export const FILES_ADVICE: Record<keyof z.infer<typeof FilesEnvironment>, string> = {
  QANTARA_FILES: 'the whole path of a folder, such as /srv/qantara/files, or a bucket, such as s3://qantara-files',
  QANTARA_FILES_ENDPOINT:
    'the https address of the S3-compatible service; http only on this machine, or with QANTARA_FILES_PRIVATE=on',
  QANTARA_FILES_REGION: 'the region of the bucket, such as eu-west-3',
  QANTARA_FILES_KEY: 'the access key of the bucket',
  QANTARA_FILES_SECRET: 'the secret of that access key',
  QANTARA_FILES_PRIVATE: 'on where the service is in your own network, off where it is not',
};

type Settings = z.infer<typeof FilesEnvironment>;

const bucketIn = ({ QANTARA_FILES: place }: Settings): string | undefined => BUCKET.exec(place ?? '')?.[1];

/** What a bucket needs and does not have. */
export function missingOfFiles(settings: Settings): string[] {
  if (bucketIn(settings) === undefined) return [];
  const { QANTARA_FILES_ENDPOINT: address, QANTARA_FILES_PRIVATE: isPrivate } = settings;
  const isSafe = address === undefined || isPrivate || isSafeAddress(address);
  const needed = (['QANTARA_FILES_KEY', 'QANTARA_FILES_SECRET'] as const).filter(
    (name) => settings[name] === undefined,
  );
  return isSafe ? needed : ['QANTARA_FILES_ENDPOINT', ...needed];
}

/** Where files are kept by these settings: beside the data unless they say another place. */
export function filesConfigOf(settings: Settings, dataFolder: string): FilesConfig {
  const bucket = bucketIn(settings);
  if (bucket === undefined) return { folder: settings.QANTARA_FILES ?? join(dataFolder, 'files') };
  const region = settings.QANTARA_FILES_REGION;
  return {
    bucket: {
      bucket,
      region,
      endpoint: settings.QANTARA_FILES_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
      key: settings.QANTARA_FILES_KEY ?? '',
      secret: settings.QANTARA_FILES_SECRET ?? '',
      allowsPrivate: settings.QANTARA_FILES_PRIVATE,
    },
  };
}
