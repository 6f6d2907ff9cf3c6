import { SelectField, usePage } from '@qantara/ui';
import type { Organisation } from '@qantara/organisations/contract';

type ParentProps = { organisations: Organisation[]; ownId?: string; parentId?: string | null };

/** The organisation that it belongs to; never itself. */
export function ParentField({ organisations, ownId, parentId = null }: ParentProps) {
  const { t, text } = usePage();
  const options = organisations
    .filter(({ organisationId }) => organisationId !== ownId)
    .map(({ organisationId, name }) => ({ value: organisationId, label: text(name).text }));
  return (
    <SelectField
      name="parentId"
      label={t('curation.field.parentId')}
      hint={t('curation.organisation.parent_hint')}
      emptyLabel={t('curation.organisation.no_parent')}
      options={options}
      defaultValue={parentId ?? ''}
    />
  );
}
