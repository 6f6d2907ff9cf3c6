import { newId, refuse } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import { languageCodeOf, type Parts, type Row } from '@qantara/directory/domain';
import { listNeeds } from '@qantara/directory/server';
import { listAreas } from '@qantara/territory/server';
import type { CostRow } from '../../contract/index.ts';
import { costFaults, costOfRow, isBlankCost } from '../../domain/index.ts';
import type { ServiceRecord } from '../hours/service-places.ts';

/** What a service answers, where, in which languages and at what price; a list that is left out stays. */
export type Offer = {
  needCodes?: string[] | undefined;
  areaIds?: string[] | undefined;
  languages?: string[] | undefined;
  costs?: CostRow[] | undefined;
};

/** Refuses needs and areas that are not there, and prices that contradict themselves. */
export async function checkOffer(ctx: AnyCtx, { needCodes = [], areaIds = [], costs = [] }: Offer): Promise<void> {
  const needs = new Set((await listNeeds(ctx)).map((need) => need.needCode));
  if (needCodes.some((code) => !needs.has(code))) refuse('need_not_found');
  const areas = new Set<string>((await listAreas(ctx)).map((area) => area.areaId));
  if (areaIds.some((areaId) => !areas.has(areaId))) refuse('area_not_found');
  const fields = costFaults(costs);
  if (fields.length > 0) refuse('invalid_input', { fields });
}

const isOfPhone = (row: Row<'language'>): boolean => (row.phone_id ?? null) !== null;

const codeOf = (row: Row<'language'>): string | undefined =>
  languageCodeOf(row.code ?? '') ?? languageCodeOf(row.name ?? '');

/** The languages that are spoken there, by their codes; those of a telephone are its own. */
export function languagesOf(parts: Parts): string[] {
  const rows = (parts.language ?? []).filter((row) => !isOfPhone(row));
  return [...new Set(rows.flatMap((row) => codeOf(row) ?? []))];
}

/** What names no language that we know stays as its source said it. */
function languageRows(serviceId: string, parts: Parts, languages: string[]): Row<'language'>[] {
  const isKept = (row: Row<'language'>) => isOfPhone(row) || languages.includes(codeOf(row) ?? '');
  const kept = (parts.language ?? []).filter((row) => codeOf(row) === undefined || isKept(row));
  const known = languagesOf({ language: kept });
  const added = [...new Set(languages)].filter((code) => !known.includes(code));
  return [...kept, ...added.map((code) => ({ id: newId(), service_id: serviceId, code }))];
}

/** The prices of the form as those of HSDS; blank rows and those that go are left out. */
export function costRows(serviceId: string, parts: Parts, costs: CostRow[]): Row<'cost_option'>[] {
  const standing = new Map((parts.cost_option ?? []).map((row) => [row.id, row]));
  return costs
    .filter((row) => !row.isRemoved && !isBlankCost(row))
    .map((row) => costOfRow(row, { standing: standing.get(row.costId ?? ''), serviceId, freshId: newId() }));
}

const ordered = (list: readonly string[]): string => [...new Set(list)].toSorted().join(' ');

/** A list that was emptied by hand says that there is none. */
const listOrNone = (list: string[]): string[] | '' => (list.length === 0 ? '' : list.toSorted());

/** What of the offer is different now. */
export function changedOffer(record: ServiceRecord, offer: Offer): { fields: Record<string, unknown>; parts: Parts } {
  return { fields: changedLists(record, offer), parts: changedParts(record, offer) };
}

function changedLists(record: ServiceRecord, { needCodes, areaIds }: Offer): Record<string, unknown> {
  const { need_codes: needs = [], area_ids: areas = [] } = record.fields;
  const fields: Record<string, unknown> = {};
  if (needCodes !== undefined && ordered(needCodes) !== ordered(needs)) fields['need_codes'] = listOrNone(needCodes);
  if (areaIds !== undefined && ordered(areaIds) !== ordered(areas)) fields['area_ids'] = listOrNone(areaIds);
  return fields;
}

function changedParts(record: ServiceRecord, { languages, costs }: Offer): Parts {
  const parts: Parts = {};
  if (languages !== undefined && ordered(languages) !== ordered(languagesOf(record.parts)))
    parts.language = languageRows(record.id, record.parts, languages);
  if (costs !== undefined) {
    const rows = costRows(record.id, record.parts, costs);
    if (JSON.stringify(rows) !== JSON.stringify(record.parts.cost_option ?? [])) parts.cost_option = rows;
  }
  return parts;
}
