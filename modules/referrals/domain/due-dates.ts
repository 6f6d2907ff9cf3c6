import type { Priority, ReferralStatus } from '../contract/index.ts';

/** Two working days is the field's target for a first answer (GetHelpOC); someone without a bed tonight has hours. */
const HOURS: Record<Exclude<Priority, 'routine'>, number> = { tonight: 4, this_week: 24 };
const ROUTINE_WORKING_DAYS = 2;

/** Saturday and Sunday; a territory's own week and holidays are its data. */
const WEEKEND: readonly number[] = [0, 6];

/** When silence becomes overdue, from the moment of sending. */
export function dueAt(sentAt: Date, priority: Priority, weekend: readonly number[] = WEEKEND): Date {
  const due = new Date(sentAt);
  if (priority !== 'routine') {
    due.setUTCHours(due.getUTCHours() + HOURS[priority]);
    return due;
  }
  let days = ROUTINE_WORKING_DAYS;
  while (days > 0) {
    due.setUTCDate(due.getUTCDate() + 1);
    if (!weekend.includes(due.getUTCDay())) days -= 1;
  }
  return due;
}

/** The field's outer limit for work that was accepted, and a month for what waits: then somebody looks again. */
const DAYS_AFTER_ANSWER = { accepted: 14, 'in-progress': 14, 'on-hold': 30 };

/** When somebody should look again after this status was reached; null once nothing more is expected. */
export function nextLookAt(status: ReferralStatus, at: Date): Date | null {
  const days = status in DAYS_AFTER_ANSWER ? DAYS_AFTER_ANSWER[status as keyof typeof DAYS_AFTER_ANSWER] : null;
  return days === null ? null : new Date(at.getTime() + days * 86_400_000);
}
