/** One field that was refused: where it is in the input, and the code of its message. */
export type FieldFault = { path: string; code: string; values?: Record<string, string | number> };

/**
 * A "no" that the person must understand: thrown by rules and use cases, answered as an RFC 9457 problem with a
 * translated message. Anything else thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly fields: FieldFault[];
  readonly values: Record<string, string | number>;

  constructor(code: string, options: { fields?: FieldFault[]; values?: Record<string, string | number> } = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = options.fields ?? [];
    this.values = options.values ?? {};
  }
}

/** Refuse, in an expression: `(await findReferral(…)) ?? refuse('referral_not_found')`. */
export function refuse(
  code: string,
  options?: { fields?: FieldFault[]; values?: Record<string, string | number> },
): never {
  throw new Refusal(code, options);
}
