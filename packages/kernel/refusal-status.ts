const STATUS: Record<string, number> = {
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

/**
 * The HTTP status of a refusal, of a page and of the interface alike: what does not exist (or may not be known to
 * exist) is 404, the rest a conflict. It follows from the code alone, so that the API document can say it.
 */
export function refusalStatus(code: string): number {
  return STATUS[code] ?? (code.endsWith('_not_found') ? 404 : 409);
}
