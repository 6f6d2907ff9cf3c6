import { PART_OBJECTS } from '@qantara/directory/domain';
import { LOCALE_NAMES, usePage } from '@qantara/ui';
import { MappingField } from '../contract/index.ts';
import { fieldParts } from './value-lines.ts';

/** What people call a field of a record: in their words where we have some, else as HSDS has it. */
export function useFieldName(): (field: string) => string {
  const { t } = usePage();
  return (name) => {
    const { field, language } = fieldParts(name);
    if (PART_OBJECTS.some((part) => part === field)) return t(`hsds.part.${field}`);
    if (field === 'organization_id') return t('hsds.object.organization');
    const words = MappingField.safeParse(field).success ? t(`hsds.target.${field}`) : field.replaceAll('_', ' ');
    return language === null ? words : t('hsds.change.in_language', { field: words, language: LOCALE_NAMES[language] });
  };
}
