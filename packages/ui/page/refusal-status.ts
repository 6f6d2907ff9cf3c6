import type { Refusal } from '@qantara/kernel';

// The same statuses as the API answers with (packages/platform/http/problem.ts).
const STATUSES: Record<string, number> = {
  invalid_input: 422,
  command_reused: 422,
  not_signed_in: 401,
  not_allowed: 403,
  cross_site: 403,
  too_many_requests: 429,
  too_large: 413,
  busy: 503,
  broken: 500,
};

/** The HTTP status with which a page answers a refusal. */
export function refusalStatus(refusal: Pick<Refusal, 'code' | 'fields'>): number {
  const known = STATUSES[refusal.code];
  if (known !== undefined) return known;
  if (refusal.code.endsWith('_not_found')) return 404;
  return refusal.fields.length > 0 ? 422 : 409;
}
