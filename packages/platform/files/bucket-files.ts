import { askBucket, type Asked, type Bucket, type BucketAnswer } from './ask-bucket.ts';
import { fileKeyOf, type FileStore } from './file-store.ts';

const ENTRY = /<Contents>([\s\S]*?)<\/Contents>/g;
const NAME = /<Key>([0-9a-f]{64})<\/Key>/;
const CHANGED = /<LastModified>([^<]+)<\/LastModified>/;
const NEXT = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainText = (xml: string): string =>
  xml.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name] ?? '');

function keysIn(xml: string, before: Date): string[] {
  return [...xml.matchAll(ENTRY)].flatMap(([, entry = '']) => {
    const key = NAME.exec(entry)?.[1];
    const changed = CHANGED.exec(entry)?.[1];
    return key !== undefined && changed !== undefined && new Date(changed) < before ? [key] : [];
  });
}

/** Files in a bucket of an S3-compatible service. What else lies in the bucket is left alone. */
export function bucketFiles(bucket: Bucket): FileStore {
  const ask = async (asked: Asked, expected: readonly number[]): Promise<BucketAnswer> => {
    const answer = await askBucket(bucket, asked);
    if (!expected.includes(answer.status)) throw new Error(`the store of files answered ${answer.status}`);
    return answer;
  };
  return {
    put: async (key, bytes) =>
      void (await ask({ method: 'PUT', path: `/${fileKeyOf(key)}`, body: Buffer.from(bytes) }, [200, 201, 204])),
    get: async (key) => {
      const { status, body } = await ask({ method: 'GET', path: `/${fileKeyOf(key)}` }, [200, 404]);
      return status === 404 ? null : body;
    },
    remove: async (key) => void (await ask({ method: 'DELETE', path: `/${fileKeyOf(key)}` }, [200, 204, 404])),
    list: async function* list(before) {
      let after: string | undefined;
      do {
        const query = { 'list-type': '2', ...(after === undefined ? {} : { 'continuation-token': after }) };
        const xml = (await ask({ method: 'GET', path: '', query }, [200])).body.toString('utf8');
        yield* keysIn(xml, before);
        const next = NEXT.exec(xml)?.[1];
        after = next === undefined ? undefined : plainText(next);
      } while (after !== undefined);
    },
  };
}
