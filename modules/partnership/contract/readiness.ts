import { IsoDate, LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import { nothing } from './nothing.ts';

/** In what a partner must be ready before people are sent to it (D2.1). */
export const Dimension = z.enum([
  'technology',
  'staff',
  'data_protection',
  'languages',
  'agreements',
  'finance',
  'training',
]);
export type Dimension = z.infer<typeof Dimension>;

/** Ready where everything works; on the way where something does not yet; not known where somebody has not looked at everything. */
export const Standing = z.enum(['ready', 'on_the_way', 'not_known']);
export type Standing = z.infer<typeof Standing>;

export const Assessment = z.object({
  dimension: Dimension,
  /** 0 nothing there, 1 begun, 2 works, 3 works and is kept up. */
  level: z.number().int(),
  evidence: z.string(),
  obstacle: z.string().nullable(),
  step: z.string().nullable(),
  stepDueOn: IsoDate.nullable(),
  assessedOn: IsoDate,
});
export type Assessment = z.infer<typeof Assessment>;

/** Where an organisation stands: the newest look at each dimension, and which nobody looked at. */
export const Readiness = z.object({
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  standing: Standing,
  assessments: z.array(Assessment),
  notLookedAt: z.array(Dimension),
  lateSteps: z.number().int(),
});
export type Readiness = z.infer<typeof Readiness>;

const line = z.string().trim().max(2000);

export const NewAssessment = z
  .object({
    organisationId: z.uuid(),
    dimension: Dimension,
    level: z.coerce.number().int().min(0).max(3),
    evidence: line.min(1),
    obstacle: z.preprocess(nothing, line.nullable()).default(null),
    step: z.preprocess(nothing, line.nullable()).default(null),
    stepDueOn: z.preprocess(nothing, IsoDate.nullable()).default(null),
    assessedOn: IsoDate,
  })
  .refine(({ step, stepDueOn }) => step !== null || stepDueOn === null, {
    path: ['step'],
    params: { code: 'required' },
  });
export type NewAssessment = z.infer<typeof NewAssessment>;

const of = z.object({ organisationId: z.uuid() });

export const readinessRoutes = {
  listReadiness: route({
    path: 'GET /partnership/readiness',
    may: 'governance:read',
    input: z.object({}),
    output: z.object({ organisations: z.array(Readiness) }),
    refusals: [],
  }),
  getReadiness: route({
    path: 'GET /partnership/readiness/:organisationId',
    may: 'governance:read',
    input: of,
    output: Readiness.extend({ history: z.array(Assessment) }),
    refusals: ['organisation_not_found'],
  }),
  assessReadiness: route({
    path: 'POST /partnership/readiness/:organisationId',
    may: 'governance:write',
    input: NewAssessment,
    output: Readiness,
    refusals: ['organisation_not_found', 'day_not_here_yet'],
  }),
};
