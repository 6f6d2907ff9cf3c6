import { z } from 'zod';
import { Identifier, Period, code, date, list, text } from './elements.ts';
import { EXTENSIONS } from './systems.ts';

const Said = z.object({ url: z.string(), valueBoolean: z.boolean().optional(), valueCode: code.optional() });
const extension = z
  .array(z.object({ url: z.string().max(500) }).loose())
  .max(50)
  .transform((all) => all.flatMap((one) => [Said.safeParse(one).data ?? []].flat()))
  .transform((all) => all.filter(({ url }) => url === EXTENSIONS.safeContact || url === EXTENSIONS.doNotContact));

const HumanName = z.object({
  use: z.enum(['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden']).optional(),
  text: text.optional(),
  family: text.optional(),
  given: list(text).optional(),
  period: Period.optional(),
});
export type HumanName = z.infer<typeof HumanName>;

const Telecom = z.object({
  extension: extension.optional(),
  system: z.enum(['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other']).optional(),
  value: z.string().min(1).max(300),
  use: z.enum(['home', 'work', 'temp', 'old', 'mobile']).optional(),
});
const Address = z.object({
  use: z.enum(['home', 'work', 'temp', 'old', 'billing']).optional(),
  text: text.optional(),
  line: list(text).optional(),
  city: text.optional(),
  state: text.optional(),
  postalCode: text.optional(),
  country: text.optional(),
  period: Period.optional(),
});
const Concept = z.object({ coding: list(z.object({ system: text.optional(), code: code.optional() })).optional() });

/** What is read of a Patient; what is not here is not held. `active: false`, a death and a link change who it is, and are refused. */
export const PatientShape = z.object({
  extension: extension.optional(),
  identifier: list(Identifier).optional(),
  active: z.literal(true).optional(),
  name: list(HumanName).optional(),
  telecom: list(Telecom).optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  birthDate: date.optional(),
  deceasedBoolean: z.literal(false).optional(),
  deceasedDateTime: z.undefined().optional(),
  link: z.undefined().optional(),
  address: list(Address).optional(),
  communication: list(z.object({ language: Concept, preferred: z.boolean().optional() })).optional(),
});
export type PatientBody = z.infer<typeof PatientShape>;
