import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Person, PersonCard, MergeId } from './person.ts';
import { PersonId } from './person-id.ts';

/** Why two records may be one person, or may not. */
export const PairReason = z.enum([
  'same_name',
  'near_name',
  'part_name',
  'same_contact',
  'same_birth',
  'birth_fits',
  'birth_differs',
  'same_area',
]);
export type PairReason = z.infer<typeof PairReason>;

/** Somebody who is there already and may be the one who is being added. */
export const AlikePerson = PersonCard.extend({ reasons: z.array(PairReason) });

/**
 * Somebody whom another organisation looks after: no more than initials and whom to ask, and no identifier by which anything else
 * could be asked.
 */
export const LimitedCard = z.object({
  initials: z.string(),
  organisationId: z.uuid(),
  organisationName: LocalizedText.nullable(),
  hasSameContact: z.boolean(),
});
export type LimitedCard = z.infer<typeof LimitedCard>;

export const Alike = z.object({ people: z.array(AlikePerson), elsewhere: z.array(LimitedCard) });
export type Alike = z.infer<typeof Alike>;

/** Two records that may be one person, with what speaks for it and against. */
export const Pair = z.object({
  score: z.number(),
  reasons: z.array(PairReason),
  people: z.tuple([PersonCard, PersonCard]),
});
export type Pair = z.infer<typeof Pair>;

export const MergeStatus = z.enum(['requested', 'confirmed', 'refused', 'undone']);
export type MergeStatus = z.infer<typeof MergeStatus>;

/** A proposal that two records are one person; `kept` stands for both. */
export const Merge = z.object({
  mergeId: MergeId,
  status: MergeStatus,
  kept: PersonCard,
  other: PersonCard,
  requestedAt: IsoDateTime,
  expiresAt: IsoDateTime,
  isMine: z.boolean(),
});
export type Merge = z.infer<typeof Merge>;

export const MergePreview = z.object({
  kept: Person,
  other: Person,
  reasons: z.array(PairReason),
  score: z.number(),
});

export const TwoPeople = z.object({ personId: PersonId, otherPersonId: PersonId });
export type TwoPeople = z.infer<typeof TwoPeople>;
