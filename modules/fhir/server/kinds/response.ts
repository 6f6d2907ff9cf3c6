import { refuse } from '@qantara/kernel';
import { answersInResponse, responseItems, type ResponseItem } from '@qantara/forms/domain';
import { findForm, listWholeResponses } from '@qantara/forms/server';
import type { FormResponse } from '@qantara/forms/contract';
import { findVisiblePerson, listRecordsOfPerson } from '@qantara/people/server';
import { z } from 'zod';
import {
  cursorOf,
  isUuid,
  partsOfCursor,
  placeIn,
  pruned,
  readShape,
  type Question,
  type Resource,
} from '../../domain/index.ts';
import { loadCanonicals } from '../canonical-store.ts';
import { NOTHING, paged, type Call, type Kind, type Page } from '../call.ts';
import { idsLeft, personsAsked } from '../questions.ts';
import { personNamed } from './kept.ts';
import { canonicalOf, formCodeFor } from './questionnaire.ts';

const Item: z.ZodType<ResponseItem> = z.lazy(() =>
  z.object({
    linkId: z.string().min(1).max(255),
    answer: z
      .array(z.record(z.string().max(60), z.unknown()))
      .max(300)
      .optional(),
    item: z.array(Item).max(300).optional(),
  }),
) as z.ZodType<ResponseItem>;

const Reference = z.object({ reference: z.string().max(500) });
const ResponseShape = z.object({
  questionnaire: z.string().min(1).max(2000),
  status: z.enum(['completed', 'amended', 'in-progress', 'stopped', 'entered-in-error']),
  subject: Reference,
  source: Reference.optional(),
  item: z.array(Item).max(300).optional(),
});

function out(call: Call, response: FormResponse, known: ReadonlyMap<string, string>): Resource {
  const { responseId, personId, code, version, answeredAt, channel } = response;
  const patient = { reference: `Patient/${personId}` };
  return pruned({
    resourceType: 'QuestionnaireResponse',
    id: responseId,
    meta: {
      versionId: '1',
      lastUpdated: answeredAt,
      profile: ['http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaireresponse'],
    },
    questionnaire: `${canonicalOf(call, code, known)}|${version}`,
    status: 'completed',
    subject: patient,
    authored: answeredAt,
    source: channel === 'self' ? patient : undefined,
    item: responseItems(response.body, response.answers),
  }) as Resource;
}

async function shown(call: Call, responses: readonly FormResponse[]): Promise<Resource[]> {
  const known = await loadCanonicals(
    call,
    responses.map(({ code }) => code),
  );
  if (responses.length > 0)
    call.ctx.noteAccess({ personId: responses.map(({ personId }) => personId), kind: 'responses' });
  return responses.map((response) => out(call, response, known));
}

/** One that the caller may read; the opening is the caller's to note. */
export async function findShownResponse(call: Call, id: string): Promise<FormResponse | undefined> {
  if (!isUuid(id) || !call.ctx.actor.permissions.has('form:answer')) return undefined;
  const asked = { responseId: id, recordIds: null, after: null, limit: 1 };
  const [response] = await listWholeResponses(call.ctx, asked);
  const isTheirs = response !== undefined && (await findVisiblePerson(call.ctx, response.personId)) !== undefined;
  return isTheirs ? response : undefined;
}

async function read(call: Call, id: string): Promise<Resource | undefined> {
  const response = await findShownResponse(call, id);
  return response === undefined ? undefined : (await shown(call, [response]))[0];
}

/** The records whose answers a search may show; null where it names answers alone, none where it may show nothing. */
export async function recordsAsked(call: Call, question: Question): Promise<string[] | null> {
  const { ctx } = call;
  const [personId] = personsAsked(question) ?? [];
  if (!ctx.actor.permissions.has('form:answer')) return [];
  if (personId === undefined) return null;
  return (await findVisiblePerson(ctx, personId)) === undefined ? [] : listRecordsOfPerson(ctx, personId);
}

async function search(call: Call, question: Question): Promise<Page> {
  const recordIds = await recordsAsked(call, question);
  const [responseId = null] = idsLeft(question) ?? [];
  if (recordIds === null && responseId === null) return refuse('search_too_wide');
  if (recordIds?.length === 0) return NOTHING;
  const after = placeIn(partsOfCursor(question.cursor));
  const asked = { responseId, recordIds, after, limit: question.count + 1 };
  const found = await listWholeResponses(call.ctx, asked);
  const placeOf = ({ answeredAt, responseId: id }: FormResponse): string => cursorOf([answeredAt, id]);
  const { shown: page, next } = paged(found, question.count, placeOf);
  return { resources: await shown(call, page), next };
}

type Given = {
  personId: string;
  formCode: string;
  version: number;
  answers: ReturnType<typeof answersInResponse>['answers'];
};

async function give(call: Call, given: Given, isScreening: boolean): Promise<string> {
  const asked = { ...given, channel: 'navigator' as const, locale: call.locale };
  if (!isScreening) return (await call.forms.giveAnswers(asked)).responseId;
  await call.screening.answerScreening(asked);
  const recordIds = [given.personId];
  const [latest] = await listWholeResponses(call.ctx, { responseId: null, recordIds, after: null, limit: 1 });
  return latest?.responseId ?? refuse('resource_not_found');
}

/** Answers to a form of this region; needs follow from them as from any screening. Refuses `questionnaire_unknown`, `answers_left`. */
async function create(call: Call, given: Resource): Promise<Resource> {
  const body = readShape(given, ResponseShape);
  const field = (path: string) => ({ fields: [{ path: `QuestionnaireResponse.${path}`, code: 'invalid' }] });
  if (body.status !== 'completed') refuse('status_not_kept', field('status'));
  const personId = personNamed(call, body.subject, 'QuestionnaireResponse.subject');
  const code = await formCodeFor(call, body.questionnaire);
  const form = code === undefined ? undefined : await findForm(call.ctx, code);
  if (form === undefined) return refuse('questionnaire_unknown', field('questionnaire'));
  const { answers, left } = answersInResponse(form.body, body.item ?? []);
  if (left.length > 0)
    refuse('answers_left', {
      fields: left
        .slice(0, 50)
        .map((linkId) => ({ path: `QuestionnaireResponse.item.where(linkId='${linkId}')`, code: 'invalid' })),
    });
  const asked = { personId, formCode: form.code, version: form.version, answers };
  const id = await give(call, asked, (form.body.findings ?? []).length > 0);
  return (await read(call, id)) ?? refuse('resource_not_found');
}

/** What people answered. */
export const responseKind: Kind = { read, search, create };
