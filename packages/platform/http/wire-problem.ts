import type { FieldFault, Locale, Translate } from '@qantara/kernel';
import type { Context } from 'hono';
import type { BoundWire, SayProblem } from '../command/wire.ts';
import type { ApiEnv } from './api-env.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problem.ts';

export type Refused = {
  code: string;
  fields: FieldFault[];
  values?: Record<string, string | number>;
  status: number;
};

type Words = { translators: Record<Locale, Translate>; bound: BoundWire };

/** A refusal in the words of the interface it was asked of; without its own, as a problem of RFC 9457. */
export function sayProblem(c: Context<ApiEnv>, { translators, bound }: Words, refused: Refused): Response {
  const locale = languageOf(c.req.header('accept-language') ?? null);
  const module = bound.route.path.split('/')[1] ?? '';
  const { code, fields, values = {} } = refused;
  const problem = { ...problemOf({ code, fields, values }, module, translators[locale]), status: refused.status };
  const plain: SayProblem = () => ({ type: 'application/problem+json', body: JSON.stringify(problem) });
  const said = (bound.problem ?? plain)({
    status: refused.status,
    code,
    text: problem.title,
    fields: fields.map((fault, index) => ({ ...fault, text: problem.errors[index]?.detail ?? '' })),
    locale,
  });
  const headers: Record<string, string> = { 'content-type': said.type, 'cache-control': 'no-store' };
  if (refused.status === 401) headers['www-authenticate'] = 'Bearer';
  if (code === 'busy') headers['retry-after'] = '2';
  return c.body(said.body, (said.status ?? refused.status) as 400, headers);
}
