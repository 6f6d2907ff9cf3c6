import { IsoDateTime, Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { PersonId } from '../person-id.ts';
import { choiceOr, ConsentId, ConsentPurpose, DataCategory, ProxyRelation, SharingDirection } from './consent.ts';

/** Paper with the partners' names, paper that names no partner, or no paper. */
export const ReceiptForm = z.enum(['named', 'discreet', 'none']);
export type ReceiptForm = z.infer<typeof ReceiptForm>;

/** Why somebody took no paper home. */
export const WhyNoPaper = z.enum(['not_safe', 'not_wanted']);
export type WhyNoPaper = z.infer<typeof WhyNoPaper>;

/** What a receipt holds: what was agreed to, and nobody's name or need. Whoever finds it learns no more. */
export const ReceiptFacts = z.object({
  mark: z.string(),
  purpose: ConsentPurpose,
  categories: z.array(DataCategory),
  direction: SharingDirection,
  partnerCount: z.number().int(),
  /** None on a discreet one. */
  partnerNames: z.array(LocalizedText),
  agreedAt: IsoDateTime,
  endsAt: IsoDateTime,
  textNumber: z.number().int().nullable(),
  locale: Locale,
  proxyRelation: ProxyRelation.nullable(),
});
export type ReceiptFacts = z.infer<typeof ReceiptFacts>;

export const GivenReceipt = z
  .object({
    personId: PersonId,
    consentId: ConsentId,
    form: ReceiptForm,
    whyNone: choiceOr(WhyNoPaper),
    locale: Locale,
    origin: z.url().max(300),
  })
  .refine(({ form, whyNone }) => form !== 'none' || whyNone !== null, {
    path: ['whyNone'],
    params: { code: 'required' },
  });
export type GivenReceipt = z.infer<typeof GivenReceipt>;

/** A receipt as it is handed over; its address and square code are told once. */
export const MadeReceipt = z.object({
  form: ReceiptForm,
  facts: ReceiptFacts.nullable(),
  token: z.string().nullable(),
  qrCode: z.string().nullable(),
});
export type MadeReceipt = z.infer<typeof MadeReceipt>;

export const ReceiptToken = z.object({ token: z.string().min(20).max(100) });
