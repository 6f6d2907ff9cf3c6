import { createHash } from 'node:crypto';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSafe } from 'node:https';
import { AwsV4Signer } from 'aws4fetch';
import { addressToUse, resolveHost, type Resolve } from '../audit/public-address.ts';

/** A bucket of a service that speaks as S3 does, as the operator named it. */
export type Bucket = {
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
  /** Whether the service may stand in the operator's own network. */
  allowsPrivate: boolean;
  resolve?: Resolve;
};

export type Asked = { method: 'GET' | 'PUT' | 'DELETE'; path: string; query?: Record<string, string>; body?: Buffer };
export type BucketAnswer = { status: number; body: Buffer };

const WAITS_MS = 20_000;
/** Nothing that is kept is larger; whoever answers more is not what was asked. */
const MOST_BYTES = 16 * 1024 * 1024;

function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_BYTES) answer.destroy(new Error('the store of files answered more than it was given'));
    else chunks.push(chunk);
  });
  answer.on('end', () => resolve(Buffer.concat(chunks)));
  answer.on('error', reject);
  return promise;
}

function send(url: URL, options: RequestOptions, body: Buffer): Promise<BucketAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<BucketAnswer>();
  const ask = url.protocol === 'https:' ? requestSafe : requestPlain;
  const call = ask(options, (answer) => {
    bodyOf(answer).then((read) => resolve({ status: answer.statusCode ?? 0, body: read }), reject);
  });
  const late = (): void => void call.destroy(new Error(`${url.host} did not answer in ${WAITS_MS / 1000} s`));
  // The time is for all of it: a service that sends a byte now and then holds nobody up for ever.
  const timer = setTimeout(late, WAITS_MS);
  call.on('close', () => clearTimeout(timer));
  call.on('error', reject);
  call.end(body);
  return promise;
}

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
  const { allowsPrivate, resolve = resolveHost } = bucket;
  const to = await addressToUse(url.hostname, { allowsPrivate, resolve });
  const options: RequestOptions = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? undefined : Number(url.port),
    path: `${signed.url.pathname}${signed.url.search}`,
    method,
    agent: false,
    headers: { ...Object.fromEntries(signed.headers), host: url.host, 'content-length': bytes.length },
    lookup: (_host, asked, done) => (asked.all === true ? done(null, [to]) : done(null, to.address, to.family)),
  };
  return send(url, options, bytes);
}
