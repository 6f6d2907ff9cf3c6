type Bucket = { tokens: number; at: number };

export type RateLimit = { take: (key: string, now: number) => { allowed: boolean; retryAfterSeconds: number } };

const MOST_KEYS = 50_000;

/** Forgets those who have been quiet longest: a flood of new callers must not free the old ones. */
function forgetOldest(buckets: Map<string, Bucket>): void {
  let left = Math.ceil(MOST_KEYS / 10);
  for (const key of buckets.keys()) {
    if (left === 0) return;
    buckets.delete(key);
    left -= 1;
  }
}

/** Whom an address counts as: an IPv6 network of 64 bits is one household, which could change its address for ever. */
export function callerOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail.split(':').filter((group) => group !== '');
  const whole = plain.includes('::')
    ? [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
    : groups;
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * A token bucket a caller: `perMinute` requests on average, `burst` at once. Kept in this process: it protects a server
 * from a flood. What must hold across servers (sign-in, codes) is counted in the database.
 */
export function rateLimitOf(perMinute: number, burst: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  return {
    take: (key, now) => {
      if (buckets.size >= MOST_KEYS) forgetOldest(buckets);
      const bucket = buckets.get(key) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * perMillisecond);
      const allowed = tokens >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.ceil((1 - tokens) / perMillisecond / 1000) };
    },
  };
}
