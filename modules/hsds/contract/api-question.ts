import type { Locale } from '@qantara/kernel';
import { z } from 'zod';
import {
  API_PARAMETERS,
  LIST_PARAMETERS,
  MOST_PER_PAGE,
  RECORD_PARAMETERS,
  type ListName,
  type ParameterName,
} from './api-parameters.ts';

/** What may be asked of a list, read: each address takes those parameters that `LIST_PARAMETERS` gives it. */
export type ApiQuestion = {
  search?: string;
  page?: number;
  per_page?: number;
  format?: 'json' | 'ndjson';
  taxonomy_term_id?: string;
  taxonomy_id?: string;
  organization_id?: string;
  modified_after?: Date;
  minimal?: boolean;
  full?: boolean;
  full_service?: boolean;
  top_only?: boolean;
  parent_id?: string;
  postcode?: string;
  proximity?: number;
  lang?: Locale;
  profile?: 'hsds' | 'qantara';
  lat?: number;
  lon?: number;
  radius?: number;
  open_now?: boolean;
  day?: number;
  start_time?: string;
  end_time?: string;
  minimum_age?: number;
  maximum_age?: number;
};

/** A parameter that says nothing without another. */
const NEEDS: readonly [ParameterName, ParameterName][] = [
  ['proximity', 'postcode'],
  ['radius', 'lat'],
  ['lat', 'lon'],
  ['lon', 'lat'],
];

function shapeOf(names: readonly ParameterName[]): Record<string, z.ZodType> {
  return Object.fromEntries(names.map((name) => [name, API_PARAMETERS[name].read.optional()]));
}

type Checked = z.ZodType<ApiQuestion>;

/** What a list is asked. A parameter that it does not take is refused: a filter that is left out unsaid would lie. */
export function listQuestion(list: ListName): Checked {
  const question = z.strictObject(shapeOf(LIST_PARAMETERS[list])) as unknown as Checked;
  const complete = NEEDS.reduce(
    (checked: Checked, [name, needed]) =>
      checked.refine((asked) => asked[name] === undefined || asked[needed] !== undefined, {
        path: [needed],
        params: { code: 'required' },
      }),
    question,
  );
  return complete.refine((asked) => asked.minimal === true || (asked.per_page ?? 1) <= MOST_PER_PAGE, {
    path: ['per_page'],
    params: { code: 'too_many_a_page' },
  });
}

/** What one record is asked: which, and how it is said. */
export function recordQuestion(list: ListName): z.ZodType<ApiQuestion & { id: string }> {
  return z.strictObject({
    ...shapeOf(RECORD_PARAMETERS[list]),
    id: z.string().max(200),
  }) as unknown as z.ZodType<ApiQuestion & { id: string }>;
}
