import { refuse } from '@qantara/kernel';
import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { findVisiblePerson, listRecordsOfPerson } from '@qantara/people/server';
import { screeningRoutes, type Screening } from '../contract/index.ts';
import { answerScreening, askForHelp, recordScreening } from './record-screening.ts';
import { listScreenings, listTakenRequests, listWaitingRequests } from './screening-store.ts';
import { closeScreening, takeRequest } from './take-request.ts';
import { tellDanger } from './tell-danger.ts';
import type { ScreeningTables } from './tables.gen.ts';

export { SCREENING_FORM } from '../contract/index.ts';
export { listScreeningsForFile, type FiledScreening } from './file-view.ts';
export { listNeedsFound, type NeedsFound } from './needs-view.ts';
export { listOldRequests, removeRequests, type OldRequest } from './old-request-store.ts';
export { answerAsResident } from './answer-as-resident.ts';
export {
  answerScreening,
  askForHelp,
  findingsOfAnswers,
  recordScreening,
  screenAnswers,
  type Screened,
} from './record-screening.ts';
import { measures } from './measures-view.ts';
export { closeScreening, takeRequest, withdrawOwnRequest } from './take-request.ts';

const MOST_SHOWN = 50;

/** The last time that this person said what they need; the caller has judged the access. */
export async function findLatestScreening(ctx: AnyCtx, personId: string): Promise<Screening | undefined> {
  return (await listScreenings(withTables<ScreeningTables>(ctx).db, [personId]))[0];
}

export const screeningModule = serverModule<typeof screeningRoutes, ScreeningTables>({
  name: 'screening',
  routes: screeningRoutes,
  measures,
  handlers: {
    askForHelp: (ctx, input) => askForHelp(ctx, input),
    takeRequest,
    recordScreening,
    answerScreening,
    closeScreening,
    listWaiting: async (ctx) => {
      const found = await listWaitingRequests(ctx.db, MOST_SHOWN + 1);
      return { requests: found.slice(0, MOST_SHOWN), hasMore: found.length > MOST_SHOWN };
    },
    listTaken: async (ctx) => ({ requests: await listTakenRequests(ctx.db, ctx.actor.accountId ?? '') }),
    listScreeningsOf: async (ctx, { personId }) => {
      if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('person_not_found');
      ctx.noteAccess({ personId, kind: 'screenings' });
      return { screenings: await listScreenings(ctx.db, await listRecordsOfPerson(ctx, personId)) };
    },
  },
  subscribers: [{ event: 'screening.recorded', name: 'screening.tell-danger', newsForDays: 1, handle: tellDanger }],
});
