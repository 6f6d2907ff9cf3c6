import type { NavigationTable, PageTable } from '@qantara/ui';

export const referralsPages: PageTable = [
  { path: 'follow', file: 'FollowPage.tsx', shell: 'public' },
  { path: 'follow/messages', file: 'own/MessagesPage.tsx', shell: 'public' },
  { path: 'follow/words/:referralId', file: 'own/WordsPage.tsx', shell: 'public' },
  { path: 'follow/stop', file: 'own/StopPage.tsx', shell: 'public' },
  { path: 'work', file: 'WorklistPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId', file: 'PersonPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/messages', file: 'own/PersonMessagesPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/refer', file: 'ReferPage.tsx', shell: 'staff' },
  { path: 'work/referrals/:referralId', file: 'ReferralPage.tsx', shell: 'staff' },
  { path: 'work/referrals/:referralId/pass-on', file: 'onward/PassOnPage.tsx', shell: 'staff' },
  { path: 'work/open-requests', file: 'open/OpenRequestsPage.tsx', shell: 'staff' },
  { path: 'work/hand-over', file: 'HandOverPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/plan', file: 'plan/CarePlanPage.tsx', shell: 'staff' },
  { path: 'work/waiting', file: 'waiting/WaitListsPage.tsx', shell: 'staff' },
  { path: 'work/waiting/:serviceId', file: 'waiting/WaitListPage.tsx', shell: 'staff' },
  { path: 'work/deadlines', file: 'deadlines/DeadlinesPage.tsx', shell: 'staff' },
];

/** The worklist and the two public pages stand in the menus of the shells already. */
export const navigation: NavigationTable = [
  { labelKey: 'referrals.wait.nav', path: '/work/waiting', may: 'referral:answer', shell: 'staff' },
  { labelKey: 'referrals.deadlines.nav', path: '/work/deadlines', may: 'deadline:write', shell: 'staff' },
];
