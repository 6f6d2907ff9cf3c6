import type { Caller } from '../command/call-context.ts';
import { log } from '../observe/log.ts';
import { rateLimitOf } from './rate-limit.ts';

/** What somebody was refused who should not have asked: to be seen by whoever watches the server (ASVS 5.0 16.3.2, 16.3.3). */
const WORTH_TELLING = new Set(['not_allowed', 'cross_site', 'too_many_requests', 'too_large', 'command_reused']);

/** A flood is told by its first lines: the log is not to be the next thing that is full. */
const lines = rateLimitOf(60, 60);

/** An address without what opens something: identifiers, and the tokens of links. */
export function plainPath(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id').replaceAll(/\/[\w-]{20,}/g, '/:token');
}

/** One line for a refusal that is worth a look: which route, as whom, from which hashed place; nothing of what was asked. */
export function tellRefusal(code: string, where: string, caller: Pick<Caller, 'actor' | 'origin'> | undefined): void {
  if (!WORTH_TELLING.has(code) || !lines.take('refused', Date.now()).allowed) return;
  const { accountId = null, role = null } = caller?.actor ?? {};
  log('warn', 'refused', { code, where: plainPath(where), account: accountId, role, from: caller?.origin ?? null });
}
