import type { Factor, FactorCategory } from '../contract/index.ts';

const CATEGORIES: Record<Factor, FactorCategory> = {
  risk_distress: 'person',
  risk_addiction: 'person',
  risk_past_violence: 'person',
  risk_family_violence: 'family',
  risk_family_debt: 'family',
  risk_parent_alone: 'family',
  risk_leaving_school: 'school_work',
  risk_no_work: 'school_work',
  risk_unsafe_street: 'neighbourhood',
  risk_bad_housing: 'neighbourhood',
  risk_no_services: 'neighbourhood',
  risk_poverty: 'society',
  risk_exclusion: 'society',
  protective_skills: 'person',
  protective_health: 'person',
  protective_caring_adult: 'family',
  protective_family_support: 'family',
  protective_school: 'school_work',
  protective_work: 'school_work',
  protective_neighbours: 'neighbourhood',
  protective_safe_places: 'neighbourhood',
  protective_services: 'neighbourhood',
  protective_rights: 'society',
};

/** What a factor is about. */
export function categoryOf(factor: Factor): FactorCategory {
  return CATEGORIES[factor];
}

/** Whether a factor makes harm less likely rather than likelier. */
export function isProtective(factor: Factor): boolean {
  return factor.startsWith('protective_');
}
