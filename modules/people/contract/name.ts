import { idOf, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { ConsentManner } from './consent/consent-manner.ts';
import { PersonId } from './person-id.ts';

export const NameId = idOf('NameId');
export type NameId = Id<'NameId'>;

export const NameKind = z.enum(['usual', 'legal', 'known_as', 'former', 'religious', 'other']);
export type NameKind = z.infer<typeof NameKind>;

/** One of a person's names, in any script; how they agreed to it where they had been anonymous. */
export const PersonName = z.object({
  nameId: NameId,
  kind: NameKind,
  words: z.string(),
  agreedHow: ConsentManner.nullable(),
});
export type PersonName = z.infer<typeof PersonName>;

export const NewName = z.object({
  personId: PersonId,
  kind: NameKind,
  words: z.string().trim().min(1).max(200),
  agreedHow: z.union([z.literal('').transform(() => null), ConsentManner, z.null()]).default(null),
});
export type NewName = z.infer<typeof NewName>;
