import type { FollowedReferral } from '../contract/index.ts';

/** The moments of a referral that its person is told of, the newest first. */
export function followedStory(referral: FollowedReferral): { at: string; key: 'sent' | 'answered' | 'ended' }[] {
  const { sentAt, answeredAt, endedAt } = referral;
  const moments = [
    { at: endedAt, key: 'ended' as const },
    { at: answeredAt, key: 'answered' as const },
    { at: sentAt, key: 'sent' as const },
  ];
  return moments.flatMap(({ at, key }) => (at === null ? [] : [{ at, key }]));
}
