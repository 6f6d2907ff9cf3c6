import { LocalText, StatusBadge, usePage } from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import type { PersonCard } from '../contract/index.ts';

/** What tells two people of one name apart. */
export function PersonCardFacts({ person, areas }: { person: PersonCard; areas: Area[] }) {
  const { t } = usePage();
  const area = areaName(areas, person.areaId);
  return (
    <p>
      {person.birthYear === null
        ? t('people.card.no_birth')
        : t('people.card.born', { year: String(person.birthYear) })}
      {' · '}
      {area === null ? t('people.card.no_area') : <LocalText value={area} quiet />}{' '}
      {person.mayContact ? null : <StatusBadge tone="attention" label={t('people.card.no_contact')} />}
    </p>
  );
}
