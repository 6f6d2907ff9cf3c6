import type { FormBody } from '@qantara/forms/contract';
import { FILE_KINDS, questionsOf } from '@qantara/forms/domain';

/**
 * Whether strangers may answer a form in a partner's site: from its answers needs must follow, or nobody would look at them, and it
 * must ask for no paper, which is taken only of whoever has a code.
 */
export function mayBeEmbedded(body: FormBody): boolean {
  return (body.findings ?? []).length > 0 && !questionsOf(body).some(({ kind }) => FILE_KINDS.includes(kind));
}
