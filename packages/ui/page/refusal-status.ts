import type { Refusal } from '@qantara/kernel';

const STATUSES: Record<string, number> = {
  not_signed_in: 401,
  sign_in_required: 401,
  forbidden: 403,
  not_allowed: 403,
  not_permitted: 403,
  not_found: 404,
  too_many_requests: 429,
};

/** The HTTP status with which a page answers a refusal. */
export function refusalStatus(refusal: Pick<Refusal, 'code' | 'fields'>): number {
  const known = STATUSES[refusal.code];
  if (known !== undefined) return known;
  if (refusal.code.endsWith('_not_found')) return 404;
  return refusal.fields.length > 0 ? 422 : 409;
}
