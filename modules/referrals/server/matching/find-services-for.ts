import { findMatchingServices } from '@qantara/directory/server';
import type { MatchReason, MatchSearch } from '@qantara/directory/contract';
import type { Ctx } from '@qantara/platform';
import { answerReasons, deadlineBy, ruleFor } from '../../domain/index.ts';
import { loadDeadlineBook, type DeadlineBook } from '../deadlines/set-deadline.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { listPastAnswers } from './past-answers-view.ts';

type Asked = { needCode: string; organisationId: string };

/** Within how many hours this partner is to answer something that is asked now and is not urgent. */
function dueInHours({ rules, calendar }: DeadlineBook, asked: Asked, now: Date): number {
  const rule = ruleFor(rules, { ...asked, stage: 'answer', priority: 'routine' });
  return (deadlineBy(rule, calendar, now).dueAt.getTime() - now.getTime()) / 3_600_000;
}

/**
 * The services that answer a need, judged for one person as the directory does, and by what they answered before. Everybody at work
 * who sends people may know how a service answers: counts of all who asked, nobody's name. Refuses `need_not_found`.
 */
export async function findServicesFor(ctx: Ctx<ReferralsTables>, asked: MatchSearch) {
  const { needCode, areaId = null } = asked;
  return findMatchingServices(ctx, asked, async (services) => {
    const serviceIds = services.map(({ serviceId }) => serviceId);
    const answers = await listPastAnswers(ctx, { needCode, serviceIds });
    const book = await loadDeadlineBook(ctx, areaId);
    return new Map<string, MatchReason[]>(
      services.map(({ serviceId, organisationId }) => [
        serviceId,
        answerReasons(answers.get(serviceId), dueInHours(book, { needCode, organisationId }, ctx.now)),
      ]),
    );
  });
}
