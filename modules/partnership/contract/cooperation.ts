import { idOf, IsoDate, LocalizedText, optionalText, route, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { nothing } from './nothing.ts';

export const CooperationId = idOf('CooperationId');
export type CooperationId = Id<'CooperationId'>;

/** With whom: another territory, the state, a university, a firm, or beyond the country (M8). */
export const CooperationKind = z.enum(['territorial', 'national', 'university', 'private', 'international']);
export type CooperationKind = z.infer<typeof CooperationKind>;

/** Within which frame one works together beyond the country. */
export const Frame = z.enum([
  'bilateral',
  'european_union',
  'council_of_europe',
  'united_nations',
  'arab_league',
  'south_south',
]);
export type Frame = z.infer<typeof Frame>;

export const CooperationState = z.enum(['prepared', 'running', 'ended', 'given_up']);
export type CooperationState = z.infer<typeof CooperationState>;

export const Cooperation = z.object({
  cooperationId: CooperationId,
  kind: CooperationKind,
  frame: Frame.nullable(),
  partner: z.string(),
  place: z.string(),
  subject: LocalizedText,
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  startsOn: IsoDate,
  lastDay: IsoDate.nullable(),
  /** In whole units of the currency and hundredths. */
  budget: z.number().nullable(),
  currency: z.string().nullable(),
  state: CooperationState,
  outcome: LocalizedText.nullable(),
  version: z.number().int(),
});
export type Cooperation = z.infer<typeof Cooperation>;

const words = z.object({
  kind: CooperationKind,
  frame: z.preprocess(nothing, Frame.nullable()).default(null),
  partner: z.string().trim().min(1).max(200),
  place: z.string().trim().min(1).max(120),
  subject: LocalizedText,
  organisationId: z.uuid(),
  startsOn: IsoDate,
  lastDay: z.preprocess(nothing, IsoDate.nullable()).default(null),
  budget: z.preprocess(nothing, z.coerce.number().min(0).max(1e13).nullable()).default(null),
  /** ISO 4217. */
  currency: z
    .preprocess(
      nothing,
      z
        .string()
        .trim()
        .regex(/^[A-Z]{3}$/)
        .nullable(),
    )
    .default(null),
  state: CooperationState,
  outcome: optionalText,
});

type Words = z.infer<typeof words>;

/** What belongs together: a frame with what is beyond the country, a currency with a sum, an end after its beginning. */
function together<T extends z.ZodType<Words>>(shape: T): T {
  return shape
    .refine(({ kind, frame }) => (kind === 'international') === (frame !== null), {
      path: ['frame'],
      params: { code: 'frame_of_international' },
    })
    .refine(({ budget, currency }) => (budget === null) === (currency === null), {
      path: ['currency'],
      params: { code: 'currency_with_budget' },
    })
    .refine(({ startsOn, lastDay }) => lastDay === null || startsOn <= lastDay, {
      path: ['lastDay'],
      params: { code: 'ends_before_start' },
    });
}

export const NewCooperation = together(words);
export type NewCooperation = z.infer<typeof NewCooperation>;
export const ChangedCooperation = together(
  words.extend({ cooperationId: CooperationId, version: z.coerce.number().int() }),
);
export type ChangedCooperation = z.infer<typeof ChangedCooperation>;

export const cooperationRoutes = {
  listCooperations: route({
    path: 'GET /partnership/cooperations',
    may: 'governance:read',
    input: z.object({
      kind: z.preprocess(nothing, CooperationKind.nullable()).default(null),
      state: z.preprocess(nothing, CooperationState.nullable()).default(null),
    }),
    output: z.object({ cooperations: z.array(Cooperation) }),
    refusals: [],
  }),
  getCooperation: route({
    path: 'GET /partnership/cooperations/:cooperationId',
    may: 'governance:read',
    input: z.object({ cooperationId: CooperationId }),
    output: Cooperation,
    refusals: ['cooperation_not_found'],
  }),
  addCooperation: route({
    path: 'POST /partnership/cooperations',
    may: 'governance:write',
    input: NewCooperation,
    output: Cooperation,
    refusals: ['organisation_not_found'],
  }),
  changeCooperation: route({
    path: 'POST /partnership/cooperations/:cooperationId',
    may: 'governance:write',
    input: ChangedCooperation,
    output: Cooperation,
    refusals: ['cooperation_not_found', 'cooperation_changed', 'organisation_not_found'],
  }),
};
