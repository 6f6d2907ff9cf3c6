import { Stat, StatRow, usePage } from '@qantara/ui';
import type { Composition } from '../../contract/index.ts';

/** How many live there, of age or not, and the children by age: what programmes ask about. */
export function HouseholdComposition({ composition }: { composition: Composition }) {
  const { t } = usePage();
  const { size, adults, children, childrenByAge, unknown } = composition;
  const bands = childrenByAge.map(({ age, count }) =>
    t('people.household.of_age', { age: t(`people.childAge.${age}`), count }),
  );
  return (
    <section>
      <h2>{t('people.household.composition')}</h2>
      <StatRow>
        <Stat label={t('people.household.size')} value={size} />
        <Stat label={t('people.household.adults')} value={adults} />
        <Stat
          label={t('people.household.children')}
          value={children}
          {...(bands.length > 0 && { note: bands.join(' · ') })}
        />
        {unknown === 0 ? null : (
          <Stat label={t('people.household.unknown')} value={unknown} note={t('people.household.unknown_note')} />
        )}
      </StatRow>
      <p className="hint">{t('people.household.as_known')}</p>
    </section>
  );
}
