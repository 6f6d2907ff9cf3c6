import { refuse } from '@qantara/kernel';
import { listLocationPage, listServicePage } from '@qantara/directory/server';
import {
  codesAsked,
  cursorOf,
  filtersOf,
  healthcareServiceOf,
  idIn,
  idsAsked,
  isUuid,
  locationOf,
  needIn,
  organizationOf,
  partsOfCursor,
  SYSTEMS,
  type Question,
  type Resource,
} from '../../domain/index.ts';
import { locationWords, organizationWords, serviceWords, type Writing } from './write-directory.ts';
import { NOTHING, paged, type Call, type Kind, type Page } from '../call.ts';
import { listOrganisationPage } from '../organisations-view.ts';
import { changedAsked, idsLeft } from '../questions.ts';

type Asked = {
  ids: string[] | null;
  name: string | null;
  after: string | null;
  limit: number;
  changedFrom: Date | null;
  changedBefore: Date | null;
};

function askedOf(question: Question): Asked {
  return {
    ids: idsLeft(question),
    name: filtersOf(question, 'string', 'name')[0]?.values[0] ?? null,
    after: idIn(partsOfCursor(question.cursor)),
    limit: question.count + 1,
    ...changedAsked(question),
  };
}

type ReadKind = Kind & Required<Pick<Kind, 'include'>>;
type List = (call: Call, asked: Asked, question: Question | null) => Promise<Resource[]>;

/** Three types that are read alike: found by identifier, gone on with after the last one shown. */
function directoryKind(list: List, isAsked: (question: Question) => boolean = () => true): ReadKind {
  const byIds = (call: Call, ids: string[]): Promise<Resource[]> =>
    list(call, { ids, name: null, after: null, limit: ids.length, changedFrom: null, changedBefore: null }, null);
  return {
    read: async (call, id) => (isUuid(id) ? (await byIds(call, [id]))[0] : undefined),
    include: (call, ids) => byIds(call, ids),
    search: async (call, question): Promise<Page> => {
      if (!isAsked(question)) return NOTHING;
      const found = await list(call, askedOf(question), question);
      const { shown, next } = paged(found, question.count, (last) => cursorOf([String(last['id'])]));
      return { resources: shown, next };
    },
  };
}

/** Written by the routes of whoever keeps the directory, and read back as it is then. */
function written(kind: ReadKind, { create, update }: Writing): Kind {
  const readBack = async (call: Call, id: string): Promise<Resource> =>
    (await kind.read(call, id)) ?? refuse('resource_not_found');
  return {
    ...kind,
    create: async (call, given) => readBack(call, await create(call, given)),
    update: async (call, given, before) => {
      const ended = await update(call, given, before);
      return ended ?? readBack(call, String(before['id']));
    },
  };
}

const organisations = (question: Question | null) =>
  question === null ? null : idsAsked(question, 'Organization', 'organization');

function needsAsked(question: Question | null): string[] | null {
  const codes = question === null ? null : codesAsked(question, 'service-category');
  if (codes === null) return null;
  return codes.map((code) => needIn([{ coding: [{ system: SYSTEMS.sdohcc, code }] }]) ?? code);
}

const organizations = directoryKind(async (call, asked, question) => {
  const parentIds = question === null ? null : idsAsked(question, 'Organization', 'partof');
  const found = await listOrganisationPage(call, { ...asked, parentIds });
  return found.map((facts) => organizationOf(facts, call.locale));
});

/** Only what is given now: a service that ended is not a HealthcareService to refer to, and is read by who keeps it. */
const services = directoryKind(
  async (call, asked, question) => {
    const locationIds = question === null ? null : idsAsked(question, 'Location', 'location');
    const of = { organisationIds: organisations(question), locationIds, needCodes: needsAsked(question) };
    const withEnded = question === null && call.ctx.actor.permissions.has('directory:curate');
    const found = await listServicePage(call.ctx, { ...asked, ...of, withEnded });
    return found.map((facts) => healthcareServiceOf(facts, call.locale));
  },
  (question) => codesAsked(question, 'active')?.includes('true') !== false,
);

const locations = directoryKind(async (call, asked, question) => {
  const found = await listLocationPage(call.ctx, { ...asked, organisationIds: organisations(question) });
  return found.map((facts) => locationOf(facts, call.locale));
});

export const organizationKind = written(organizations, organizationWords);
export const healthcareServiceKind = written(services, serviceWords);
export const locationKind = written(locations, locationWords);
