import { IsoDateTime, LocalizedText, route, pageOf } from '@qantara/kernel';
import { z } from 'zod';

/** A body whose word the directory keeps; of two that say different things, the one that stands first is heard. */
export const Source = z.object({
  source: z.string(),
  records: z.number().int(),
  saidAt: IsoDateTime.nullable(),
});
export type Source = z.infer<typeof Source>;

export const MoveDirection = z.enum(['up', 'down']);
export const MoveSource = z.object({ source: z.string().min(1).max(100), direction: MoveDirection });
export type MoveSource = z.infer<typeof MoveSource>;

/** One field of which two sources say different things, the one that is heard now first. */
export const SourceConflict = z.object({
  recordId: z.uuid(),
  object: z.enum(['organization', 'location', 'service']),
  name: LocalizedText.nullable(),
  /** `email`, or with its language: `name.ar`. */
  field: z.string(),
  said: z.array(z.object({ source: z.string(), value: z.unknown() })),
  foundAt: IsoDateTime,
});
export type SourceConflict = z.infer<typeof SourceConflict>;

export const DecideConflict = z.object({
  recordId: z.uuid(),
  field: z.string().min(1).max(100),
  source: z.string().min(1).max(100),
});
export type DecideConflict = z.infer<typeof DecideConflict>;

export const sourceRoutes = {
  listSources: route({
    path: 'GET /sources',
    may: 'service:import',
    input: z.object({}),
    output: z.object({ sources: z.array(Source) }),
    refusals: [],
  }),
  moveSource: route({
    path: 'POST /sources/move',
    may: 'service:import',
    input: MoveSource,
    output: z.object({ sources: z.array(Source) }),
    refusals: ['source_not_found'],
  }),
  listConflicts: route({
    path: 'GET /sources/conflicts',
    may: 'service:import',
    input: z.object({
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      perPage: z.coerce.number().int().min(1).max(100).default(20),
    }),
    output: pageOf(SourceConflict),
    refusals: [],
  }),
  decideConflict: route({
    path: 'POST /sources/conflicts',
    may: 'service:import',
    input: DecideConflict,
    output: z.object({ recordId: z.uuid() }),
    refusals: ['conflict_not_found', 'source_not_found'],
  }),
};
