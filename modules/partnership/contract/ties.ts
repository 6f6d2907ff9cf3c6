import { LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';

/** One organisation on the map; `parentId` is the one that it belongs to. */
export const TiedOrganisation = z.object({
  organisationId: z.uuid(),
  name: LocalizedText,
  sector: z.string(),
  parentId: z.uuid().nullable(),
});
export type TiedOrganisation = z.infer<typeof TiedOrganisation>;

/** What ties two organisations: agreements that run today, bodies in which both sit, referrals of the last year either way. */
export const Tie = z.object({
  oneId: z.uuid(),
  otherId: z.uuid(),
  isParent: z.boolean(),
  agreements: z.number().int(),
  bodies: z.array(LocalizedText),
  /** Null where it is of ten people or fewer, or would tell of such a number elsewhere. */
  referrals: z.number().int().nullable(),
});
export type Tie = z.infer<typeof Tie>;

export const tieRoutes = {
  getTies: route({
    path: 'GET /partnership/ties',
    may: 'governance:write',
    input: z.object({}),
    output: z.object({
      organisations: z.array(TiedOrganisation),
      ties: z.array(Tie),
      untied: z.array(z.uuid()),
      /** Agreements that many share, which tie no two of them, and how many are in the widest. */
      common: z.object({ agreements: z.number().int(), organisations: z.number().int() }),
    }),
    refusals: [],
  }),
};
