import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { DataCategory, SharingPurpose } from '@qantara/agreements/contract';
import { PersonId } from '../person-id.ts';
import { ConsentManner, SpokenOrWritten } from './consent-manner.ts';

export const ConsentId = idOf('ConsentId');
export type ConsentId = Id<'ConsentId'>;

/** For what, and which data: in the words of the agreements between organisations, without which no consent lets anything pass. */
export const ConsentPurpose = SharingPurpose;
export type ConsentPurpose = SharingPurpose;
export { DataCategory };

/** Whether the organisation tells the partners, they tell it, or both. */
export const SharingDirection = z.enum(['both', 'to_partners', 'from_partners']);
export type SharingDirection = z.infer<typeof SharingDirection>;

/** Whether somebody was of age; where their birth is known in part it may be that they were not. */
export const Minority = z.enum(['adult', 'minor', 'perhaps', 'unknown']);
export type Minority = z.infer<typeof Minority>;

/** Who decides in the place of somebody: the closed list that Kantara's receipt and FHIR's Consent.grantor leave open. */
export const ProxyRelation = z.enum([
  'parent',
  'guardian',
  'child_protection',
  'legal_representative',
  'mandate_holder',
]);
export type ProxyRelation = z.infer<typeof ProxyRelation>;

/** The child's own word, beside that of whoever decides for them (Convention on the Rights of the Child, art. 12). */
export const ChildAssent = z.enum(['agreed', 'too_young', 'unable']);
export type ChildAssent = z.infer<typeof ChildAssent>;

/** Why somebody under age may decide alone. */
export const AloneReason = z.enum(['best_interest', 'mature_minor']);
export type AloneReason = z.infer<typeof AloneReason>;

export const Consent = z.object({
  consentId: ConsentId,
  personId: PersonId,
  purpose: ConsentPurpose,
  categories: z.array(DataCategory),
  recipients: z.array(z.uuid()),
  direction: SharingDirection,
  startsAt: IsoDateTime,
  endsAt: IsoDateTime,
  givenHow: ConsentManner,
  locale: Locale,
  /** The version of the text that was read; null where consents had none yet. */
  textNumber: z.number().int().nullable(),
  minority: Minority,
  proxyRelation: ProxyRelation.nullable(),
  proxyName: z.string().nullable(),
  childAssent: ChildAssent.nullable(),
  aloneReason: AloneReason.nullable(),
  withdrawnAt: IsoDateTime.nullable(),
});
export type Consent = z.infer<typeof Consent>;

/** A choice that may be left open in a form: blank is none. */
export const choiceOr = <T extends z.ZodType>(choice: T) =>
  z.union([z.literal('').transform(() => null), choice, z.null()]).default(null);

/** What was asked, of whom and with which text: the same whether the answer is yes or no. */
const ASKED = {
  personId: PersonId,
  purpose: ConsentPurpose.default('referral'),
  categories: z.array(DataCategory).min(1),
  recipients: z.array(z.uuid()).min(1).max(50),
  givenHow: SpokenOrWritten,
  locale: Locale,
  textNumber: z.coerce.number().int().min(1),
};

export const NewConsent = z.object({
  ...ASKED,
  direction: SharingDirection.default('both'),
  months: z.coerce.number().int().min(1).max(24).default(6),
  proxyRelation: choiceOr(ProxyRelation),
  proxyName: z.string().trim().max(200).default(''),
  childAssent: choiceOr(z.enum([...ChildAssent.options, 'disagreed'])),
  aloneReason: choiceOr(AloneReason),
  /** That the person came back to it by themselves, where they had said no not long before. */
  isOwnWish: z.preprocess((value) => value === true || value === 'true', z.boolean()).default(false),
});
export type NewConsent = z.infer<typeof NewConsent>;

export const RefusalId = idOf('RefusalId');
export type RefusalId = Id<'RefusalId'>;

/** Who said no. */
export const SaidBy = z.enum(['person', 'proxy', 'child']);
export type SaidBy = z.infer<typeof SaidBy>;

/** Why, where they said. */
export const RefusalReason = z.enum(['distrust', 'privacy', 'safety', 'no_need', 'later', 'other']);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** Somebody was asked and said no. It is never a consent. */
export const ConsentRefusal = z.object({
  refusalId: RefusalId,
  personId: PersonId,
  purpose: ConsentPurpose,
  categories: z.array(DataCategory),
  recipients: z.array(z.uuid()),
  textNumber: z.number().int(),
  locale: Locale,
  givenHow: SpokenOrWritten,
  saidBy: SaidBy,
  reasonCode: RefusalReason.nullable(),
  reason: z.string().nullable(),
  /** Who asked: for colleagues, never for the person's page. */
  askedByName: z.string().nullable(),
  askedByOrganisationId: z.uuid().nullable(),
  refusedAt: IsoDateTime,
  /** Until then nobody asks again, unless the person comes back to it. */
  restsUntil: IsoDateTime,
});
export type ConsentRefusal = z.infer<typeof ConsentRefusal>;

export const NewRefusal = z.object({
  ...ASKED,
  saidBy: SaidBy.default('person'),
  reasonCode: choiceOr(RefusalReason),
  reason: z.string().trim().max(500).default(''),
});
export type NewRefusal = z.infer<typeof NewRefusal>;
