import { newId, Refusal, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { AnyRow, Content, DirectoryRecord } from '@qantara/directory/domain';
import { editRecord, HERE, listOrganisationsLike, loadRecords, stateRecords } from '@qantara/directory/server';
import { findOrganisation } from '@qantara/organisations/server';
import type { NewOrganisation, OrganisationDetails, OrganisationEdit } from '../../contract/index.ts';
import type { CurationTables } from '../tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;

const fieldsOf = ({ name, description, email, url, parentId }: OrganisationDetails): Record<string, unknown> => ({
  name,
  description,
  email,
  website: url,
  parent_organization_id: parentId,
});

/** Without what nobody said. */
const said = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

async function checkParent(ctx: CurationCtx, { parentId }: OrganisationDetails, ownId?: string): Promise<void> {
  if (parentId === null) return;
  if (parentId === ownId || (await findOrganisation(ctx, parentId)) === undefined)
    refuse('invalid_input', { fields: [{ path: 'parentId', code: 'invalid' }] });
}

/** Says of an organisation all that is known of it: the first word on it in the directory. */
async function state(ctx: CurationCtx, id: string, { fields, parts }: Content): Promise<void> {
  const content = { fields: said(fields), parts } as Content;
  await stateRecords(ctx, HERE, [{ object: 'organization', sourceRecordId: id, recordId: id, content, isEdit: false }]);
}

/** Adds an organisation by hand, before any entry of it. Refuses `entry_may_exist` while something is like it and nobody said that it is another. */
export async function createOrganisation(
  ctx: CurationCtx,
  { isSureNew, ...details }: NewOrganisation,
): Promise<{ organisationId: string }> {
  await checkParent(ctx, details);
  if (!isSureNew && (await listOrganisationsLike(ctx, details)).length > 0) refuse('entry_may_exist');
  const organisationId = newId(ctx.now.getTime());
  const phone = changedPhones(organisationId, [], details.phone);
  const parts = phone === undefined ? {} : { phone: phone as never };
  await state(ctx, organisationId, { fields: fieldsOf(details), parts });
  ctx.emit({ type: 'organisation.saved', subject: organisationId });
  return { organisationId };
}

/** What is empty now and was not is said to be empty; what is as it was is left to whoever said it. */
function changedFields(before: Record<string, unknown>, details: OrganisationDetails): Record<string, unknown> {
  const now = Object.entries(fieldsOf(details));
  const changed = now.filter(([field, value]) => JSON.stringify(before[field] ?? null) !== JSON.stringify(value));
  return Object.fromEntries(changed.map(([field, value]) => [field, value ?? '']));
}

function changedPhones(id: string, rows: AnyRow[], number: string | null): AnyRow[] | undefined {
  const [first, ...others] = rows;
  if ((first?.['number'] ?? null) === number) return undefined;
  if (number === null) return others;
  return [{ ...(first ?? { id: newId(), organization_id: id, type: 'voice' }), number }, ...others];
}

/** What others said of it is still heard; of one that nobody stated yet, what stands is stated with what is new. */
async function saveEdit(ctx: CurationCtx, standing: DirectoryRecord<'organization'>, change: Content): Promise<void> {
  try {
    await editRecord(ctx, { object: 'organization', recordId: standing.id, ...change });
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'record_not_found') throw fault;
    const parts = { ...standing.parts, ...change.parts };
    await state(ctx, standing.id, { fields: { ...standing.fields, ...change.fields }, parts });
  }
}

/** Changes an organisation by hand: this house's word counts before every source's, in what is different now. */
export async function editOrganisation(ctx: CurationCtx, edit: OrganisationEdit): Promise<{ done: true }> {
  const { organisationId, ...details } = edit;
  const found = await loadRecords(ctx, 'organization', [organisationId]);
  const standing = found.get(organisationId) ?? refuse('organisation_not_found');
  await checkParent(ctx, details, organisationId);
  const fields = changedFields(standing.fields as Record<string, unknown>, details);
  const phone = changedPhones(organisationId, (standing.parts.phone ?? []) as AnyRow[], details.phone);
  const parts = phone === undefined ? {} : { phone: phone as never };
  const changed = Object.keys({ ...fields, ...parts });
  if (changed.length > 0) await saveEdit(ctx, standing, { fields, parts });
  ctx.emit({ type: 'organisation.saved', subject: organisationId, data: { fields: changed } });
  return { done: true };
}
