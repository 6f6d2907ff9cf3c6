type Bucket = { tokens: number; at: number };

export type RateLimit = { take: (key: string, now: number) => { allowed: boolean; retryAfterSeconds: number } };

const MOST_KEYS = 50_000;

/**
 * A token bucket a caller: `perMinute` requests on average, `burst` at once. Kept in this process: it protects a server
 * from a flood. What must hold across servers (sign-in, codes) is counted in the database.
 */
export function rateLimitOf(perMinute: number, burst: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  return {
    take: (key, now) => {
      if (buckets.size > MOST_KEYS) buckets.clear();
      const bucket = buckets.get(key) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, bucket.tokens + (now - bucket.at) * perMillisecond);
      const allowed = tokens >= 1;
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
      return { allowed, retryAfterSeconds: allowed ? 0 : Math.ceil((1 - tokens) / perMillisecond / 1000) };
    },
  };
}
