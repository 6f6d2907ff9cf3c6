import type { Caller } from '../command/call-context.ts';
import type { BoundWire } from '../command/wire.ts';

/** What the steps of a request know of it. */
export type ApiEnv = {
  Variables: { caller: Caller; cookies: string[]; secureHeadersNonce?: string; wire?: BoundWire };
};
