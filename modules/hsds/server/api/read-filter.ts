import { askedWordsOf, regionClock } from '@qantara/directory/domain';
import {
  findPostcodePlace,
  listColumnLabels,
  type WireFilter,
  type WireTaxonomy,
  type WireTerm,
} from '@qantara/directory/server';
import type { AnyCtx } from '@qantara/platform';
import type { ApiQuestion } from '../../contract/api-question.ts';
import { columnTermId } from '../column-taxonomy.ts';
import { ownTaxonomy, type Reader } from './reader.ts';

async function termOf(reader: Reader, termId: string): Promise<WireTerm> {
  const need = reader.needs.terms.get(termId);
  if (need !== undefined) return { needCode: String(need['code']) };
  const column = (await listColumnLabels(reader.ctx)).find((label) => columnTermId(label) === termId);
  return column === undefined ? { termId } : { columnLabel: column };
}

function taxonomyOf(taxonomyId: string): WireTaxonomy {
  return ownTaxonomy(taxonomyId) ?? { taxonomyId };
}

async function placeOf(ctx: AnyCtx, question: ApiQuestion): Promise<WireFilter> {
  const { postcode, proximity, lat: latitude, lon: longitude, radius } = question;
  return {
    ...(postcode === undefined ? {} : { postcode: (await findPostcodePlace(ctx, postcode)) ?? null }),
    ...(proximity === undefined ? {} : { proximity }),
    ...(latitude === undefined || longitude === undefined
      ? {}
      : { near: { latitude, longitude, radius: radius ?? null } }),
  };
}

function hoursOf({ day: weekday, start_time: from, end_time: until }: ApiQuestion): WireFilter {
  if (weekday === undefined && from === undefined && until === undefined) return {};
  const hours = {
    ...(weekday === undefined ? {} : { weekday }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  return { hours };
}

/** What a question asks of the directory. All that is asked must hold; `false` asks nothing. */
export async function readFilter(reader: Reader, question: ApiQuestion): Promise<WireFilter> {
  const { ctx } = reader;
  const { search, taxonomy_term_id: termId, taxonomy_id: taxonomyId, organization_id: organizationId } = question;
  const { modified_after: modifiedAfter, minimum_age: minimumAge, maximum_age: maximumAge } = question;
  const asked: Record<keyof WireFilter, unknown> = {
    words: search === undefined ? undefined : askedWordsOf(search),
    term: termId === undefined ? undefined : await termOf(reader, termId),
    taxonomy: taxonomyId === undefined ? undefined : taxonomyOf(taxonomyId),
    organizationId,
    modifiedAfter,
    minimumAge,
    maximumAge,
    openAt: question.open_now === true ? regionClock(ctx.now, ctx.timeZone) : undefined,
    ...({} as Record<'hours' | 'postcode' | 'proximity' | 'near', unknown>),
    ...hoursOf(question),
    ...(await placeOf(ctx, question)),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as WireFilter;
}
