import type { NavigationTable, PageTable } from '@qantara/ui';

export const partnerlinksPages: PageTable = [
  { path: 'r/:token', file: 'PartnerLinkPage.tsx', shell: 'public' },
  { path: 'work/referrals/:referralId/links', file: 'ReferralLinksPage.tsx', shell: 'staff' },
];

/** Links are reached from the referral that they are of. */
export const navigation: NavigationTable = [];
