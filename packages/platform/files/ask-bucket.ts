import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { askMachine, type Reach } from '../outbound/ask-machine.ts';

/** A bucket of a service that speaks as S3 does, as the operator named it. */
export type Bucket = Reach & {
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
};

export type Asked = { method: 'GET' | 'PUT' | 'DELETE'; path: string; query?: Record<string, string>; body?: Buffer };
export type BucketAnswer = { status: number; body: Buffer };

const WAITS_MS = 20_000;
/** Nothing that is kept is larger; whoever answers more is not what was asked. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Asks the bucket, signed (AWS Signature 4), at the one machine that its name stands for; no answer leads us elsewhere. */
export async function askBucket(bucket: Bucket, { method, path, query = {}, body }: Asked): Promise<BucketAnswer> {
  const url = new URL(`${bucket.endpoint}/${bucket.bucket}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const bytes = body ?? Buffer.alloc(0);
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    headers: { 'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex') },
    accessKeyId: bucket.key,
    secretAccessKey: bucket.secret,
    service: 's3',
    region: bucket.region,
  }).sign();
  const headers = Object.fromEntries(signed.headers);
  const question = { method, headers, body: bytes, waitsMs: WAITS_MS, mostBytes: MOST_BYTES };
  const { status, body: read } = await askMachine(signed.url, question, bucket);
  if (read === null) throw new Error('the store of files answered more than it was given');
  return { status, body: read };
}
