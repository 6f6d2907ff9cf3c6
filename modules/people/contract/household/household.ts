import { idOf, IsoDate, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { Gender, LanguageCode } from '../person.ts';
import { PersonId } from '../person-id.ts';

export const HouseholdId = idOf('HouseholdId');
export type HouseholdId = Id<'HouseholdId'>;
export const MembershipId = idOf('MembershipId');
export type MembershipId = Id<'MembershipId'>;

/** What somebody is to their household. `head` and `contact` are there for records that want one; nobody has to be either. */
export const HouseholdRelation = z.enum([
  'head',
  'contact',
  'partner',
  'child',
  'parent',
  'relative',
  'unrelated',
  'in_care',
]);
export type HouseholdRelation = z.infer<typeof HouseholdRelation>;

/** In whole years; both are one where the birthday is known. */
export const AgeInterval = z.object({ least: z.number().int(), most: z.number().int() });
export type AgeInterval = z.infer<typeof AgeInterval>;

/** Somebody in a household: who they are, and nothing of how to reach them, which is each person's own. */
export const HouseholdMember = z.object({
  membershipId: MembershipId,
  personId: PersonId,
  displayName: z.string().nullable(),
  areaId: z.uuid().nullable(),
  createdAt: IsoDateTime,
  age: AgeInterval.nullable(),
  relation: HouseholdRelation,
  isHome: z.boolean(),
  startedOn: IsoDate.nullable(),
  endedOn: IsoDate.nullable(),
  /** They left without a link: who has not the class knows nothing of it. */
  isUnlinked: z.boolean(),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;

/** The ages by which benefits and services commonly tell children apart. */
export const ChildAge = z.enum(['under_3', 'from_3_to_5', 'from_6_to_12', 'from_13_to_17', 'not_known']);
export type ChildAge = z.infer<typeof ChildAge>;

/** How many of whom, as far as births are known. */
export const Composition = z.object({
  size: z.number().int(),
  adults: z.number().int(),
  children: z.number().int(),
  childrenByAge: z.array(z.object({ age: ChildAge, count: z.number().int() })),
  /** Of whom it is not known whether they are of age. */
  unknown: z.number().int(),
});
export type Composition = z.infer<typeof Composition>;

export const Household = z.object({
  householdId: HouseholdId,
  organisationId: z.uuid(),
  /** Whether the reader's own organisation looks after it. */
  isOurs: z.boolean(),
  members: z.array(HouseholdMember),
  former: z.array(HouseholdMember),
  composition: Composition,
});
export type Household = z.infer<typeof Household>;

const optional = <T extends z.ZodType>(shape: T) =>
  z.union([z.null(), z.literal('').transform(() => null), shape]).default(null);

const asMember = {
  relation: HouseholdRelation,
  startedOn: optional(IsoDate),
  isHome: z.boolean().default(false),
};

/** A household begins with one person. */
export const NewHousehold = z.object({ personId: PersonId, ...asMember });
export type NewHousehold = z.infer<typeof NewHousehold>;

export const NewMember = z.object({
  householdId: HouseholdId,
  personId: PersonId,
  ...asMember,
  /** They move here: what they belonged to until now ends, and stays to be seen. */
  leavesOthers: z.boolean().default(false),
});
export type NewMember = z.infer<typeof NewMember>;

/** Somebody who was looked for and not found. How to reach them is asked of themselves, and noted on their own record. */
export const NewPersonInHousehold = z.object({
  householdId: HouseholdId,
  displayName: z.string().trim().min(1).max(200),
  birthYear: optional(z.coerce.number().int().min(1900).max(2100)),
  estimatedAge: optional(z.coerce.number().int().min(0).max(120)),
  gender: optional(Gender),
  languages: z.array(LanguageCode).max(12).default([]),
  ...asMember,
});
export type NewPersonInHousehold = z.infer<typeof NewPersonInHousehold>;

export const ChangedMember = z.object({ householdId: HouseholdId, membershipId: MembershipId, ...asMember });
export type ChangedMember = z.infer<typeof ChangedMember>;

/** Where those go who leave together: out of sight of this record, or to a household of their own. */
export const LeavingTo = z.enum(['elsewhere', 'own_household']);
export type LeavingTo = z.infer<typeof LeavingTo>;

export const LeaveHousehold = z.object({
  householdId: HouseholdId,
  membershipIds: z.array(MembershipId).min(1).max(30),
  on: IsoDate,
  to: LeavingTo,
  /** Without, neither file tells of the other to anybody who has not the class of violence. */
  keepsLink: z.preprocess((value) => value !== false && value !== 'no', z.boolean()).default(true),
});
export type LeaveHousehold = z.infer<typeof LeaveHousehold>;
