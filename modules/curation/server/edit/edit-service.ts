import { LOCALES, newId, refuse, type Locale, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { AnyRow } from '@qantara/directory/domain';
import {
  editRecord,
  findUsualWords,
  HERE,
  listRecordSources,
  listTranslations,
  originalOf,
  saveTranslations,
  type Translation,
} from '@qantara/directory/server';
import { ServiceStatus } from '@qantara/directory/contract';
import { findOrganisation } from '@qantara/organisations/server';
import type { z } from 'zod';
import { EDITED_TEXTS, type EditedService, type ServiceEdit } from '../../contract/index.ts';
import { rowOfCost } from '../../domain/index.ts';
import { findCadence, saveCadence } from '../entries-view.ts';
import { getServiceRecord as getRecord, type ServiceRecord } from '../hours/service-places.ts';
import { saveCapacity } from '../keep-by-link.ts';
import type { CurationTables } from '../tables.gen.ts';
import { changedOffer, checkOffer, languagesOf } from './offer.ts';

type CurationCtx = Ctx<CurationTables>;
type Edit = z.output<typeof ServiceEdit>;

const textOf = (record: ServiceRecord, field: (typeof EDITED_TEXTS)[number]): LocalizedText =>
  (record.fields[field] as LocalizedText | null | undefined) ?? {};

async function translationsOf(
  ctx: CurationCtx,
  record: ServiceRecord,
): Promise<z.input<typeof EditedService>['translations']> {
  const known = await listTranslations(ctx, [record.id]);
  return known.flatMap((one) => {
    const text = (record.fields as Record<string, unknown>)[one.field] as LocalizedText | undefined;
    if (text?.[one.language] === undefined) return [];
    return [
      {
        field: one.field,
        locale: one.language,
        fromLocale: one.fromLanguage,
        origin: one.origin as 'person',
        translatedBy: one.translatedBy,
        translatedAt: one.translatedAt,
        isOutdated: text[one.fromLanguage] !== one.fromText,
      },
    ];
  });
}

const NOT_SAID = { url: null, email: null, minimum_age: null, maximum_age: null, capacity_status: 'unknown' as const };

/** What can be changed of a service by hand, as it is now. */
function editable(record: ServiceRecord) {
  const { url, email, minimum_age, maximum_age, capacity_status } = { ...NOT_SAID, ...record.fields };
  const texts = Object.fromEntries(EDITED_TEXTS.map((field) => [field, record.fields[field] ?? null]));
  return {
    ...(texts as Pick<z.input<typeof EditedService>, 'alternate_name' | 'description'>),
    name: record.fields.name ?? {},
    status: ServiceStatus.parse(record.fields.status ?? 'active'),
    url,
    email,
    minimum_age,
    maximum_age,
    capacity: capacity_status ?? 'unknown',
    needCodes: record.fields.need_codes ?? [],
    areaIds: record.fields.area_ids ?? [],
    languages: languagesOf(record.parts),
    costs: (record.parts.cost_option ?? []).map(rowOfCost),
    phone: record.parts.phone?.[0]?.number ?? null,
  };
}

/** A service as whoever curates the directory changes it: its texts in three languages, and which of them are translations. */
export async function getEditedService(
  ctx: CurationCtx,
  { serviceId }: { serviceId: string },
): Promise<z.input<typeof EditedService>> {
  const record = await getRecord(ctx, serviceId);
  const { organization_id, assured_date } = record.fields;
  const organisation = (await findOrganisation(ctx, organization_id ?? '')) ?? refuse('service_not_found');
  const source = (await listRecordSources(ctx, [serviceId])).get(serviceId);
  return {
    serviceId,
    ...editable(record),
    cadenceMonths: await findCadence(ctx, serviceId),
    organisationId: organisation.organisationId,
    organisationName: organisation.name,
    sources: [source ?? HERE],
    translations: await translationsOf(ctx, record),
    usualCurrency: (await findUsualWords(ctx)).currency,
    assuredAt: assured_date ? new Date(assured_date).toISOString() : null,
  };
}

const clearedLocales = (before: LocalizedText, after: LocalizedText): Locale[] =>
  LOCALES.filter((locale) => (after[locale] ?? '') === '' && (before[locale] ?? '') !== '');

function changedLocales(before: LocalizedText, after: LocalizedText): Locale[] {
  return LOCALES.filter((locale) => (after[locale] ?? '') !== '' && after[locale] !== before[locale]);
}

/** Languages that were written now beside one that was not touched are translations of it, where the writer says so. */
function translationsIn(record: ServiceRecord, edit: Edit, by: string): Translation[] {
  return EDITED_TEXTS.flatMap((field) => {
    const after = edit[field] ?? {};
    const written = changedLocales(textOf(record, field), after);
    const untouched = Object.fromEntries(
      LOCALES.filter((one) => !written.includes(one)).map((one) => [one, after[one]]),
    );
    return written.flatMap((locale): Translation[] => {
      const original = originalOf(untouched as LocalizedText, locale);
      if (original === undefined) return [];
      return [
        { recordId: record.id, field, locale, origin: 'person', translatedBy: by, translatedAt: null, ...original },
      ];
    });
  });
}

function changedFields(record: ServiceRecord, edit: Edit): Record<string, unknown> {
  const facts = ['status', 'url', 'email', 'minimum_age', 'maximum_age'] as const;
  const changed: Record<string, unknown> = {};
  for (const field of EDITED_TEXTS) {
    const after = edit[field] ?? {};
    // Only the languages that were written or emptied: what a source says in the others is still heard.
    const before = textOf(record, field);
    const written = [...changedLocales(before, after), ...clearedLocales(before, after)];
    if (written.length > 0) changed[field] = Object.fromEntries(written.map((locale) => [locale, after[locale] ?? '']));
  }
  for (const field of facts) if ((record.fields[field] ?? null) !== edit[field]) changed[field] = edit[field] ?? '';
  return changed;
}

function phonesOf(record: ServiceRecord, number: string | null): AnyRow[] | undefined {
  const [first, ...others] = (record.parts.phone ?? []) as AnyRow[];
  if ((first?.['number'] ?? null) === number) return undefined;
  if (number === null) return others;
  return [{ ...(first ?? { id: newId(), service_id: record.id, type: 'voice' }), number }, ...others];
}

/** Changes a service by hand: this house's word counts before every source's, in the fields that are different now. */
export async function editService(ctx: CurationCtx, edit: Edit): Promise<z.input<typeof EditedService>> {
  const record = await getRecord(ctx, edit.serviceId);
  await checkOffer(ctx, edit);
  const phone = phonesOf(record, edit.phone);
  const offer = changedOffer(record, edit);
  const fields = { ...changedFields(record, edit), ...offer.fields };
  const parts = { ...offer.parts, ...(phone === undefined ? {} : { phone: phone as never }) };
  if (Object.keys({ ...fields, ...parts }).length > 0)
    await editRecord(ctx, { object: 'service', recordId: edit.serviceId, fields, parts });
  if (edit.isTranslation) await saveTranslations(ctx, translationsIn(record, edit, ctx.actor.role ?? HERE));
  if ((record.fields.capacity_status ?? 'unknown') !== edit.capacity)
    await saveCapacity(ctx, edit.serviceId, edit.capacity);
  await saveCadence(ctx, edit.serviceId, edit.cadenceMonths);
  const data = { organisationId: record.fields.organization_id ?? null, fields: Object.keys({ ...fields, ...parts }) };
  ctx.emit({ type: 'service.saved', subject: edit.serviceId, data });
  return getEditedService(ctx, edit);
}
