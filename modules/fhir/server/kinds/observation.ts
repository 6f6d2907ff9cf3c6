import { refuse } from '@qantara/kernel';
import type { FormResponse } from '@qantara/forms/contract';
import { screeningObservations } from '@qantara/forms/domain';
import { listWholeResponses } from '@qantara/forms/server';
import { needAskedBy } from '@qantara/screening/domain';
import {
  cursorOf,
  filtersOf,
  isWithin,
  partsOfCursor,
  pruned,
  sdohCategory,
  tokensOf,
  type Concept,
  type Question,
  type Resource,
} from '../../domain/index.ts';
import { TYPES } from '../../contract/index.ts';
import { NOTHING, type Call, type Kind, type Page } from '../call.ts';
import { personsAsked, tokensAsked } from '../questions.ts';
import { keptKind, searchKept } from './kept.ts';
import { findShownResponse, recordsAsked } from './response.ts';

const own = keptKind('Observation');

/** Of a response and the place of the answer in it: nothing of it is kept, and its identifier stays. */
const idFor = (responseId: string, at: number): string => `${responseId}.${at}`;

/** The answers of a response as SDOHCC-ObservationScreeningResponse: read off it, never written. */
function observationsOf(response: FormResponse): Resource[] {
  const { responseId, personId, body, answers, answeredAt, channel, code: formCode } = response;
  const patient = { reference: `Patient/${personId}` };
  const system = `urn:qantara:form:${formCode}`;
  const today = answeredAt.slice(0, 10);
  const ownCodeOf = (code: string) => ({ system, code });
  return screeningObservations({ body, answers, today, categoryOf: sdohCategory, ownCodeOf, needAskedBy }).map(
    ({ resourceType, ...rest }, at) =>
      pruned({
        resourceType,
        id: idFor(responseId, at),
        meta: { versionId: '1', lastUpdated: answeredAt, profile: [TYPES.Observation.profiles[0]] },
        ...rest,
        subject: patient,
        effectiveDateTime: answeredAt,
        issued: answeredAt,
        performer: channel === 'self' ? [patient] : undefined,
        derivedFrom: [{ reference: `QuestionnaireResponse/${responseId}` }],
      }) as Resource,
  );
}

const isAnyOf = (held: readonly string[], asked: readonly (readonly string[])[]): boolean =>
  asked.every((list) => list.some((one) => held.includes(one)));

/** Whether one is what tokens, moments and identifiers ask for. */
function isAsked(question: Question, { id, code, category, meta }: Resource): boolean {
  const at = new Date((meta as { lastUpdated: string }).lastUpdated);
  const ids = filtersOf(question, 'token', '_id').map(({ values }) => values.map((value) => value.code));
  const statuses = filtersOf(question, 'token', 'status');
  const dates = filtersOf(question, 'date', '_lastUpdated').flatMap(({ values }) => values);
  return (
    isAnyOf([String(id)], ids) &&
    isAnyOf(tokensOf([code as Concept]), tokensAsked(question, 'code')) &&
    isAnyOf(tokensOf(category as Concept[]), tokensAsked(question, 'category')) &&
    statuses.every(({ not, values }) => values.some((value) => value.code === 'final') !== not) &&
    dates.every((date) => isWithin(at, date))
  );
}

async function read(call: Call, id: string): Promise<Resource | undefined> {
  const [responseId = '', at] = id.toLowerCase().split('.');
  if (at === undefined) return own.read(call, id);
  const response = await findShownResponse(call, responseId);
  const found = response === undefined ? undefined : observationsOf(response)[Number(at)];
  if (found !== undefined && response !== undefined)
    call.ctx.noteAccess({ personId: response.personId, kind: 'responses' });
  return found?.['id'] === id.toLowerCase() ? found : undefined;
}

/** The responses that a search names, by `derived-from` or by its own identifiers; null where it names none. */
function responsesNamed(question: Question): string[] | null {
  const sources = filtersOf(question, 'reference', 'derived-from').map(({ values }) => values.map(({ id }) => id));
  const ids = filtersOf(question, 'token', '_id').map(({ values }) =>
    values.map(({ code }) => code.split('.')[0] ?? ''),
  );
  const [first, ...others] = [...sources, ...ids].map((list) => list.map((id) => id.toLowerCase()));
  if (first === undefined) return null;
  return [...new Set(first)].filter((id) => others.every((list) => list.includes(id)));
}

type Place = [at: string, id: string];

/** Those a search may show, after the one that the page before had shown whole. */
async function responsesAsked(call: Call, question: Question, after: Place | null): Promise<FormResponse[]> {
  const named = responsesNamed(question);
  const persons = personsAsked(question);
  if (named === null) {
    const recordIds = persons === null ? [] : ((await recordsAsked(call, question)) ?? []);
    const limit = question.count + 1;
    return recordIds.length === 0 ? [] : listWholeResponses(call.ctx, { responseId: null, recordIds, after, limit });
  }
  const found: FormResponse[] = [];
  // One after the other: a call has one connection.
  for (const id of named) {
    const response = await findShownResponse(call, id);
    if (response !== undefined && (persons === null || persons.includes(response.personId))) found.push(response);
  }
  return found
    .toSorted((one, other) => (placeKey(one) < placeKey(other) ? 1 : -1))
    .filter((one) => after === null || placeKey(one) < after.join(' '));
}

const placeKey = ({ answeredAt, responseId }: FormResponse): string => `${answeredAt} ${responseId}`;

/** What was answered, a page at a time: of the response in which the page before ended, what came after. */
async function searchAnswers(call: Call, question: Question, parts: readonly string[]): Promise<Page> {
  const cannotBe = filtersOf(question, 'token', 'identifier').length > 0;
  if (cannotBe || !call.ctx.actor.permissions.has('form:answer')) return NOTHING;
  const [, skipped = '0', at = '', id = ''] = parts;
  const after: Place | null = at === '' ? null : [at, id];
  const responses = await responsesAsked(call, question, after);
  const all = responses.flatMap((response, of) =>
    observationsOf(response)
      .filter((one) => isAsked(question, one))
      .map((one) => ({ one, of, response })),
  );
  const left = all.slice(Number(skipped));
  const shown = left.slice(0, question.count);
  const last = left.length > question.count ? shown.at(-1) : undefined;
  const personIds = shown.map(({ response }) => response.personId);
  if (personIds.length > 0) call.ctx.noteAccess({ personId: [...new Set(personIds)], kind: 'responses' });
  return { resources: shown.map(({ one }) => one), next: nextOf({ last, shown, all, responses, question, after }) };
}

type Line = { one: Resource; of: number; response: FormResponse };
type Reached = {
  last: Line | undefined;
  shown: Line[];
  all: Line[];
  responses: FormResponse[];
  question: Question;
  after: Place | null;
};

/** Where the next page begins: within a response, or after the last of those that were looked at. */
function nextOf({ last, all, responses, question, after }: Reached): string | null {
  if (last !== undefined) {
    const before = responses[last.of - 1];
    const place = before === undefined ? (after ?? ['', '']) : [before.answeredAt, before.responseId];
    const shownOf = all.filter(({ of }) => of === last.of).indexOf(last) + 1;
    return cursorOf(['answered', String(shownOf), ...place]);
  }
  const end = responses.at(-1);
  const isMore = responses.length > question.count && end !== undefined;
  return isMore ? cursorOf(['answered', '0', end.answeredAt, end.responseId]) : null;
}

/** What was stated first, then what people answered. */
async function search(call: Call, question: Question): Promise<Page> {
  const parts = partsOfCursor(question.cursor);
  if (parts?.[0] === 'answered') return searchAnswers(call, question, parts);
  const page = await searchKept(call, question);
  if (page.next !== null) return page;
  const room = question.count - page.resources.length;
  if (room === 0) return { ...page, next: cursorOf(['answered']) };
  const rest = await searchAnswers(call, { ...question, count: room }, []);
  return { resources: [...page.resources, ...rest.resources], next: rest.next };
}

/** What was observed: as programs state it, and as people answered it. What was answered is changed by nobody. */
export const observationKind: Kind = {
  ...own,
  read,
  search,
  update: (call, given, before) =>
    String(before['id']).includes('.') ? refuse('not_allowed') : own.update(call, given, before),
  versions: async (call, id) => {
    if (!id.includes('.')) return own.versions(call, id);
    const found = await read(call, id);
    return found === undefined ? [] : [found];
  },
};
