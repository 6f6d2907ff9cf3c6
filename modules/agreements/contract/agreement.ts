import { idOf, IsoDate, IsoDateTime, LocalizedText, optionalText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const AgreementId = idOf('AgreementId');
export type AgreementId = Id<'AgreementId'>;

/** A memorandum of understanding, an agreement on data, a contract for services, or a charter that many sign (D2.1, D3.1). */
export const AgreementKind = z.enum(['memorandum', 'data_sharing', 'contract', 'charter']);
export type AgreementKind = z.infer<typeof AgreementKind>;

/** For what data about people may pass from one organisation to another. */
export const SharingPurpose = z.enum(['referral', 'follow_up', 'cohort']);
export type SharingPurpose = z.infer<typeof SharingPurpose>;

/** Which data about a person. */
export const DataCategory = z.enum(['identity', 'contact', 'need', 'note']);
export type DataCategory = z.infer<typeof DataCategory>;

/** Follows from its dates and signatures; it is stored nowhere. */
export const AgreementStatus = z.enum(['draft', 'unsigned', 'not_yet', 'running', 'ending_soon', 'ended']);
export type AgreementStatus = z.infer<typeof AgreementStatus>;

export const Party = z.object({
  organisationId: z.uuid(),
  name: LocalizedText,
  signedOn: IsoDate.nullable(),
  signatory: z.string().nullable(),
  leftOn: IsoDate.nullable(),
});
export type Party = z.infer<typeof Party>;

/** What a party says of an agreement; never about a resident. */
export const AgreementNote = z.object({
  words: z.string(),
  organisationName: LocalizedText.nullable(),
  saidAt: IsoDateTime,
});
export type AgreementNote = z.infer<typeof AgreementNote>;

export const Agreement = z.object({
  agreementId: AgreementId,
  kind: AgreementKind,
  title: LocalizedText,
  summary: LocalizedText.nullable(),
  purposes: z.array(SharingPurpose),
  categories: z.array(DataCategory),
  startsOn: IsoDate,
  lastDay: IsoDate.nullable(),
  endedOn: IsoDate.nullable(),
  endReason: z.string().nullable(),
  parties: z.array(Party),
  isDraft: z.boolean(),
  followsAgreementId: AgreementId.nullable(),
  /** The one that renews it, where there is one. */
  followedById: AgreementId.nullable(),
  notes: z.array(AgreementNote),
  status: AgreementStatus,
  version: z.number().int(),
});
export type Agreement = z.infer<typeof Agreement>;

export const NewAgreement = z.object({
  kind: AgreementKind,
  title: LocalizedText,
  summary: optionalText,
  purposes: z.array(SharingPurpose).min(1),
  categories: z.array(DataCategory).min(1),
  startsOn: IsoDate,
  lastDay: z.preprocess((value) => (value === '' ? null : value), IsoDate.nullable()).default(null),
  organisationIds: z.array(z.uuid()).min(2).max(500),
  /** Still to be written: others may say what they think of it before anybody signs. */
  isDraft: z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean()).default(false),
});
export type NewAgreement = z.infer<typeof NewAgreement>;

export const Signature = z.object({
  agreementId: AgreementId,
  organisationId: z.uuid(),
  signedOn: IsoDate,
  signatory: z.string().trim().min(1).max(200),
});
export type Signature = z.infer<typeof Signature>;

export const ChangedDraft = NewAgreement.omit({ isDraft: true }).extend({
  agreementId: AgreementId,
  version: z.coerce.number().int(),
});
export type ChangedDraft = z.infer<typeof ChangedDraft>;

/** For which days the same is agreed again. */
export const Renewal = z.object({
  agreementId: AgreementId,
  startsOn: IsoDate,
  lastDay: z.preprocess((value) => (value === '' ? null : value), IsoDate.nullable()).default(null),
});
export type Renewal = z.infer<typeof Renewal>;

export const NewNote = z.object({ agreementId: AgreementId, words: z.string().trim().min(1).max(2000) });
export type NewNote = z.infer<typeof NewNote>;
