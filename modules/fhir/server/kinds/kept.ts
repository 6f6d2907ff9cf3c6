import { refuse } from '@qantara/kernel';
import { holdsClass } from '@qantara/people/domain';
import { RecordClass } from '@qantara/people/contract';
import { findPersonForUseCase, findVisiblePerson } from '@qantara/people/server';
import { TYPES } from '../../contract/index.ts';
import {
  cursorOf,
  isRecord,
  isUuid,
  localReference,
  partsOfCursor,
  placeIn,
  pruned,
  readShape,
  securityOf,
  SHAPES,
  SYSTEMS,
  tokensOf,
  type Concept,
  type KeptType,
  type Question,
  type Reference,
  type Resource,
} from '../../domain/index.ts';
import { paged, type Call, type Kind, type Page } from '../call.ts';
import { idsWithIdentifier, loadIdentifiers, saveIdentifiers } from '../identifier-store.ts';
import { idsLeft, keptAsked } from '../questions.ts';
import {
  findKept,
  insertKept,
  listKept,
  listVersions,
  saveKept,
  type Body,
  type KeptRow,
  type Marks,
} from '../resource-store.ts';

/** What a partner may state of somebody whose need a consent shares with it: what it saw and did. */
const OF_PARTNERS: readonly KeptType[] = ['Observation', 'Procedure'];
const UNCLAIMED: readonly KeptType[] = ['Observation'];

type Read = Record<string, unknown>;

const subjectOf = (type: KeptType): 'for' | 'subject' => (type === 'Task' ? 'for' : 'subject');
const statusName: Partial<Record<KeptType, string>> = { Condition: 'clinicalStatus', Goal: 'lifecycleStatus' };

/** The name under which a type is searched by its status. */
export const statusParameter = (type: KeptType): string =>
  ({ Condition: 'clinical-status', Goal: 'lifecycle-status' })[type as string] ?? 'status';

/** The person of this server that a reference names. Refuses `person_unknown`. */
export function personNamed(call: Call, reference: Reference | undefined, path: string): string {
  const named = localReference(reference?.reference, call.base);
  const isPerson = named?.type === 'Patient' && isUuid(named.id);
  return isPerson ? named.id.toLowerCase() : refuse('person_unknown', { fields: [{ path, code: 'invalid' }] });
}

/** Whether the caller may state this of somebody; a person that they may not know of is none. Refuses `person_unknown`. */
async function checkReach(call: Call, personId: string, type: KeptType): Promise<void> {
  if ((await findVisiblePerson(call.ctx, personId)) !== undefined) return;
  const isShared = OF_PARTNERS.includes(type) && (await findPersonForUseCase(call.ctx, personId)) !== undefined;
  if (!isShared) refuse('person_unknown', { fields: [{ path: `${type}.${subjectOf(type)}`, code: 'invalid' }] });
}

function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* referencesIn(one);
  else if (isRecord(value))
    for (const [key, one] of Object.entries(value))
      if (key === 'reference' && typeof one === 'string') yield one;
      else yield* referencesIn(one);
}

function marksOf(call: Call, type: KeptType, body: Read): Marks {
  const said = body[statusName[type] ?? 'status'];
  const status = typeof said === 'string' ? said : ((said as Concept | undefined)?.coding?.[0]?.code ?? null);
  const category = body['category'];
  const refersTo = [...referencesIn(body)].flatMap((reference) => {
    const id = localReference(reference, call.base)?.id ?? '';
    return isUuid(id) ? [id.toLowerCase()] : [];
  });
  return {
    status,
    codes: tokensOf([body['code'] as Concept | undefined]),
    categories: tokensOf((Array.isArray(category) ? category : [category]) as (Concept | undefined)[]),
    refers_to: [...new Set(refersTo)].slice(0, 200),
  };
}

/** The class that a label of ours names; ordinary where none does. Refuses `class_not_held`. */
export function classIn(call: Call, { meta }: Resource): RecordClass {
  const labels = isRecord(meta) && Array.isArray(meta['security']) ? (meta['security'] as unknown[]) : [];
  const own = labels.filter(isRecord).find(({ system }) => system === SYSTEMS.recordClass);
  const said = RecordClass.safeParse(own?.['code'] ?? 'ordinary');
  if (!said.success || (said.data !== 'ordinary' && !holdsClass(call.ctx.actor, said.data)))
    return refuse('class_not_held', { fields: [{ path: 'meta.security', code: 'invalid' }] });
  return said.data;
}

const metaOf = (row: KeptRow, version: number, at: Date) => ({
  versionId: String(version),
  lastUpdated: new Date(at).toISOString(),
  profile: UNCLAIMED.includes(row.resource_type) ? undefined : [profileOf(row)],
  security: securityOf(row.record_class),
});

function profileOf({ resource_type: type, codes }: KeptRow): string | undefined {
  const { profiles } = TYPES[type];
  return type === 'Task' && !codes.includes('|fulfill') ? profiles[1] : profiles[0];
}

type Version = { version: number; body: unknown; at: Date };

/** A statement as it goes out. */
export function keptOut(row: KeptRow, { version, body, at }: Version, identifier: unknown): Resource {
  return pruned({
    resourceType: row.resource_type,
    id: row.resource_id,
    meta: metaOf(row, version, at),
    identifier,
    ...(body as Body),
  }) as Resource;
}

export const present = (row: KeptRow): Version => ({ version: row.version, body: row.body, at: row.updated_at });

/** What was written with an order stays with those who look after the person: a note is one more thing to have agreed to. */
function told(call: Call, row: KeptRow, version: Version): Version {
  if (row.resource_type !== 'ServiceRequest' || row.organisation_id === call.organisationId) return version;
  const { note: _note, patientInstruction: _words, ...body } = version.body as Body;
  return { ...version, body };
}

/** Rows as they go out, with the numbers that the caller's organisation gave them; the opening is noted. */
export async function shownKept(call: Call, rows: readonly KeptRow[]): Promise<Resource[]> {
  const identifiers = await loadIdentifiers(
    call,
    rows.map((row) => row.resource_id),
  );
  noteStated(call, rows);
  return rows.map((row) => keptOut(row, told(call, row, present(row)), identifiers.get(row.resource_id)));
}

export function noteStated({ ctx }: Call, rows: readonly KeptRow[]): void {
  const personIds = [...new Set(rows.map((row) => row.person_id))];
  const [only] = rows.length === 1 ? rows : [];
  if (personIds.length > 0)
    ctx.noteAccess({ personId: personIds, kind: 'statement', subjectId: only?.resource_id ?? null });
}

function tell({ ctx }: Call, row: KeptRow, before?: KeptRow): void {
  const { resource_type: type, version, status } = row;
  ctx.emit({
    type: before === undefined ? 'statement.recorded' : 'statement.changed',
    subject: row.resource_id,
    personId: row.person_id,
    data: { type, version, status },
    ...(before === undefined ? {} : { before: before.body as Body }),
    after: row.body as Body,
  });
}

/** What a body says as it is kept, without what stands elsewhere. */
function keptBody(read: Read): Body {
  const { identifier: _identifier, ...body } = read;
  return body;
}

/** Keeps what a body says. `check` judges it, once its shape is known. */
export async function createKept(
  call: Call,
  given: Resource,
  check: (read: never) => Promise<void> | void = () => undefined,
): Promise<{ row: KeptRow; resource: Resource }> {
  const type = given.resourceType as KeptType;
  const read = readShape(given, SHAPES[type]) as Read;
  const subject = subjectOf(type);
  const personId = personNamed(call, read[subject] as Reference | undefined, `${type}.${subject}`);
  await checkReach(call, personId, type);
  await check(read as never);
  const recordClass = classIn(call, given);
  const body = keptBody({ ...read, [subject]: { ...(read[subject] as Reference), reference: `Patient/${personId}` } });
  const row = await insertKept(call, { personId, type, recordClass, body, marks: marksOf(call, type, body) });
  await saveIdentifiers(
    call,
    { personId, type, id: row.resource_id },
    { identifiers: read['identifier'], isNew: true },
  );
  tell(call, row);
  return { row, resource: keptOut(row, present(row), read['identifier']) };
}

/** The next version of a statement. `settle` says what is kept of it, over what was. Refuses `version_conflict`, `person_fixed`. */
export async function updateKept(
  call: Call,
  { given, row }: { given: Resource; row: KeptRow },
  settle: (before: Read, after: Read) => Read = (_before, after) => after,
): Promise<Resource> {
  const type = row.resource_type;
  const read = readShape(given, SHAPES[type]) as Read;
  const subject = subjectOf(type);
  const personId = personNamed(call, read[subject] as Reference | undefined, `${type}.${subject}`);
  if (personId !== row.person_id) refuse('person_fixed', { fields: [{ path: `${type}.${subject}`, code: 'invalid' }] });
  const body = keptBody({ ...settle(row.body as Read, read), [subject]: (row.body as Read)[subject] });
  const saved = (await saveKept(call, row, { body, marks: marksOf(call, type, body) })) ?? refuse('version_conflict');
  await saveIdentifiers(
    call,
    { personId, type, id: row.resource_id },
    { identifiers: read['identifier'], isNew: false },
  );
  tell(call, saved, row);
  return keptOut(saved, present(saved), read['identifier']);
}

/** One page of statements of a type. */
export async function searchKept(
  call: Call,
  question: Question,
  types: readonly KeptType[] = [question.type as KeptType],
): Promise<Page> {
  const after = placeIn(partsOfCursor(question.cursor));
  const ids = idsLeft(question, await idsWithIdentifier(call, question));
  const asked = keptAsked(question, statusParameter(types[0] ?? 'Task'));
  const rows = await listKept(call, { ...asked, types, ids, after, limit: question.count + 1 });
  const { shown, next } = paged(rows, question.count, (row) =>
    cursorOf([row.created_at.toISOString(), row.resource_id]),
  );
  return { resources: await shownKept(call, shown), next };
}

export async function versionsOf(call: Call, row: KeptRow): Promise<Resource[]> {
  const identifiers = await loadIdentifiers(call, [row.resource_id]);
  noteStated(call, [row]);
  return (await listVersions(call, row)).map((version) =>
    keptOut(row, told(call, row, version), identifiers.get(row.resource_id)),
  );
}

/** A statement is changed by the organisation that stated it. Refuses `not_allowed`. */
export async function ownKept(call: Call, type: KeptType, id: unknown): Promise<KeptRow> {
  const row = (await findKept(call, type, String(id))) ?? refuse('resource_not_found');
  return row.organisation_id === call.organisationId ? row : refuse('not_allowed');
}

/** A type of which the product knows nothing but what was stated. */
export function keptKind(type: KeptType): Kind & Required<Pick<Kind, 'create' | 'update' | 'versions'>> {
  return {
    read: async (call, id) => {
      const row = isUuid(id) ? await findKept(call, type, id) : undefined;
      return row === undefined ? undefined : (await shownKept(call, [row]))[0];
    },
    search: (call, question) => searchKept(call, question),
    create: async (call, body) => (await createKept(call, body)).resource,
    update: async (call, given, before) => updateKept(call, { given, row: await ownKept(call, type, before['id']) }),
    versions: async (call, id) => {
      const row = isUuid(id) ? await findKept(call, type, id) : undefined;
      return row === undefined ? [] : versionsOf(call, row);
    },
  };
}
