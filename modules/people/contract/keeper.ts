import { LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import { PersonId } from './person-id.ts';

export const KeeperKind = z.enum(['organisation', 'team', 'account']);
export type KeeperKind = z.infer<typeof KeeperKind>;

/** Who looks after somebody: the organisation, and within it a team or a colleague whose role sees no more than that. */
export const Keeper = z.object({
  circleId: z.uuid(),
  kind: KeeperKind,
  name: z.union([LocalizedText, z.string()]),
});
export type Keeper = z.infer<typeof Keeper>;

const ofPerson = z.object({ personId: PersonId });
const ofKeeper = ofPerson.extend({ circleId: z.uuid() });
const done = z.object({ done: z.literal(true) });

export const keeperRoutes = {
  listKeepers: route({
    path: 'GET /people/:personId/keepers',
    may: 'person:write',
    input: ofPerson,
    output: z.object({ displayName: z.string().nullable(), keepers: z.array(Keeper), choices: z.array(Keeper) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  giveToKeeper: route({
    path: 'POST /people/:personId/keepers',
    may: 'person:write',
    input: ofKeeper,
    output: done,
    refusals: ['person_not_found', 'keeper_not_found'],
  }),
  endKeeping: route({
    path: 'POST /people/:personId/keepers/:circleId/end',
    may: 'person:write',
    input: ofKeeper,
    output: done,
    refusals: ['person_not_found', 'keeper_not_found'],
  }),
};
