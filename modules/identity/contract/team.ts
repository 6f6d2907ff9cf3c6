import { idOf, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { AccountId } from './account.ts';

export const TeamId = idOf('TeamId');
export type TeamId = Id<'TeamId'>;

/** Colleagues of one organisation who look after people together. */
export const Team = z.object({
  teamId: TeamId,
  organisationId: z.uuid(),
  name: LocalizedText,
  isClosed: z.boolean(),
  members: z.array(z.object({ accountId: AccountId, displayName: z.string() })),
});
export type Team = z.infer<typeof Team>;
