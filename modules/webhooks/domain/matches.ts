import type { WebhookCriteria } from '../contract/index.ts';

/** What is known of a record when something happened to it. */
export type Happened = { status: string; ownerId: string | null; requesterId: string | null; subjectId: string };

/** Whether a webhook means this: every criterion that it names holds. */
export function matches({ status, ownerId, requesterId, subjectId }: WebhookCriteria, happened: Happened): boolean {
  return (
    (status === undefined || status.includes(happened.status)) &&
    (ownerId === undefined || ownerId === happened.ownerId) &&
    (requesterId === undefined || requesterId === happened.requesterId) &&
    (subjectId === undefined || subjectId === happened.subjectId)
  );
}
