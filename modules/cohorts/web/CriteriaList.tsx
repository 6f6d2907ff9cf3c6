import type { LocalizedText } from '@qantara/kernel';
import { languageName } from '@qantara/people/web';
import { DescriptionList, usePage } from '@qantara/ui';
import type { Criteria } from '../contract/index.ts';

type Names = Record<string, LocalizedText>;

function useAges(): (criteria: Criteria) => string | null {
  const { t } = usePage();
  return ({ ageFrom, ageTo }) => {
    if (ageFrom !== null && ageTo !== null) return t('cohorts.ages', { from: ageFrom, to: ageTo });
    if (ageFrom !== null) return t('cohorts.ages_from', { from: ageFrom });
    return ageTo === null ? null : t('cohorts.ages_to', { to: ageTo });
  };
}

/** Who fits, in words: only what is asked. */
export function CriteriaList({ criteria, areas, needs }: { criteria: Criteria; areas: Names; needs: Names }) {
  const { t, formats, text } = usePage();
  const ages = useAges();
  const named = (codes: readonly string[], names: Names) =>
    codes.length === 0 ? null : formats.list(codes.map((code) => text(names[code]).text || code));
  const words: [string, string | null][] = [
    ['age', ages(criteria)],
    ['area', named(criteria.areaIds, areas)],
    [
      'language',
      criteria.languages.length === 0 ? null : formats.list(criteria.languages.map((code) => languageName(code, t))),
    ],
    [
      'gender',
      criteria.genders.length === 0 ? null : formats.list(criteria.genders.map((one) => t(`people.gender.${one}`))),
    ],
    ['need', named(criteria.needCodes, needs)],
    ['household', criteria.childUnder === null ? null : t('cohorts.child_under', { years: criteria.childUnder })],
  ];
  const asked = words.filter(([, value]) => value !== null);
  if (asked.length === 0) return <p>{t('cohorts.anybody')}</p>;
  return (
    <DescriptionList
      dense
      items={asked.map(([attribute, value]) => ({ label: t(`cohorts.attribute.${attribute}`), value }))}
    />
  );
}
