import { z } from 'zod';

/** What this module publishes to be counted, by the code that indicators keep. */
export const ReferralMeasure = z.enum([
  'closure_rate',
  'got_help_rate',
  'confirmed_help_rate',
  'median_days_to_answer',
  'p90_days_to_answer',
  'median_days_to_help',
  'p90_days_to_help',
  'answered_in_time_rate',
  'accepted_rate',
  'silent_rate',
  'passed_on_rate',
  'good_help_rate',
  'referrals_sent',
]);
export type ReferralMeasure = z.infer<typeof ReferralMeasure>;
