import { textIn } from '@qantara/kernel';
import { usePage } from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import type { PersonCard } from '../../contract/index.ts';
import { personLabel } from './person-label.ts';

/** How a person is called on a page: by name, or by what tells whose record it is where there is none yet. */
export function usePersonLabel(areas: Area[]): (person: PersonCard) => string {
  const { t, formats, locale } = usePage();
  return (person) => {
    const area = areaName(areas, person.areaId);
    return personLabel(person, area === null ? null : textIn(area, locale).text, { t, formats });
  };
}
