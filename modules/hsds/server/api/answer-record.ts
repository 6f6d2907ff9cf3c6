import { refuse } from '@qantara/kernel';
import { findWirePlace, findWireService, listWireOrganisations } from '@qantara/directory/server';
import type { AnyCtx, WireAnswer, WireAsked } from '@qantara/platform';
import type { ListName } from '../../contract/api-parameters.ts';
import type { ApiQuestion } from '../../contract/api-question.ts';
import type { Nested } from '../../domain/writing/nest-records.ts';
import { IS_UUID } from '../../domain/writing/wire-values.ts';
import { headersOf } from './answer-list.ts';
import { LISTINGS } from './list-kinds.ts';
import { mannerOf, type Manner } from './manner.ts';
import { nestOrganisations, nestPlaces, nestServices } from './nest-answers.ts';
import { openReader } from './reader.ts';

type Asked = { id: string; question: ApiQuestion; manner: Manner };
type Told = Nested | { movedTo: string } | undefined;

async function service(ctx: AnyCtx, { id, manner }: Asked): Promise<Told> {
  const found = await findWireService(ctx, id);
  if (found === undefined) return undefined;
  if (found.mergedInto !== null) return { movedTo: found.mergedInto };
  const [told] = await nestServices(await openReader(ctx), [id], { manner, depth: 'record' });
  return told;
}

async function organization(ctx: AnyCtx, { id, question, manner }: Asked): Promise<Told> {
  const { ids } = await listWireOrganisations(ctx, { ids: [id] }, null);
  const telling = { manner, depth: 'record' as const, fullServices: question.full_service === true };
  const [told] = await nestOrganisations(await openReader(ctx), ids, telling);
  return told;
}

async function place(ctx: AnyCtx, { id, manner }: Asked): Promise<Told> {
  if ((await findWirePlace(ctx, id)) === undefined) return undefined;
  const [told] = await nestPlaces(await openReader(ctx), [id], { manner, depth: 'record' });
  return told;
}

function ofVocabulary(list: 'taxonomies' | 'taxonomy_terms') {
  return async (ctx: AnyCtx, { id, manner }: Asked): Promise<Told> => {
    const listing = await LISTINGS[list]({ reader: await openReader(ctx), question: {}, manner });
    const [told] = await listing.tell([id]);
    return told;
  };
}

const RECORDS: Record<ListName, (ctx: AnyCtx, asked: Asked) => Promise<Told>> = {
  services: service,
  organizations: organization,
  service_at_locations: place,
  taxonomies: ofVocabulary('taxonomies'),
  taxonomy_terms: ofVocabulary('taxonomy_terms'),
};

/** Answers one record, whole. A service that was found to be the same as another answers with where that one is. */
export function answerRecord(list: ListName) {
  return async (ctx: AnyCtx, given: ApiQuestion & { id: string }, asked: WireAsked): Promise<WireAnswer> => {
    const { id, ...question } = given;
    const manner = mannerOf(question, asked);
    const told = IS_UUID.test(id) ? await RECORDS[list](ctx, { id: id.toLowerCase(), question, manner }) : undefined;
    if (told === undefined) return refuse('record_not_found');
    if (typeof told['movedTo'] === 'string') {
      const location = `${asked.origin}/hsds/${list}/${told['movedTo']}`;
      return { status: 301, type: 'application/json', body: '{}', headers: { location } };
    }
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(told), headers: headersOf(manner) };
  };
}
