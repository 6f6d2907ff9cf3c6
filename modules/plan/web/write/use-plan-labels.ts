import { usePage } from '@qantara/ui';

const FACTS = [
  'name',
  'vision',
  'reach',
  'areaId',
  'parentPlanId',
  'startsOn',
  'endsOn',
  'reportEveryMonths',
  'reviewOn',
];
const WORDS = [
  'title',
  'description',
  'number',
  'levelCode',
  'parentItemId',
  'servesItemId',
  'frameworkAreas',
  'lever',
  'leadOrganisationId',
  'weight',
  'startsOn',
  'dueOn',
];

/** The labels of fields that stand in components, for the summary of what was refused. */
export function usePlanLabels(of: 'plan' | 'item'): Record<string, string> {
  const { t } = usePage();
  return Object.fromEntries((of === 'plan' ? FACTS : WORDS).map((name) => [name, t(`plan.field.${name}`)]));
}
