import { Fieldset, LocalizedTextField, PhoneField, TextField, usePage } from '@qantara/ui';
import type { OrganisationDetails } from '../../../contract/index.ts';

const LABELS = {
  name: 'curation.field.organisationName',
  description: 'curation.field.organisationDescription',
  phone: 'curation.field.organisationPhone',
  email: 'curation.field.organisationEmail',
  url: 'curation.field.organisationUrl',
} as const;
type Field = keyof typeof LABELS;

const NAMES: Record<Field, string> = {
  name: 'organisationName',
  description: 'organisationDescription',
  phone: 'organisationPhone',
  email: 'organisationEmail',
  url: 'organisationUrl',
};

/** What an organisation's fields are called in the summary of errors of its own form. */
export function useOrganisationLabels(): Record<string, string> {
  const { t } = usePage();
  const own = Object.entries(LABELS).map(([field, key]) => [field, t(key)]);
  return { ...Object.fromEntries(own), parentId: t('curation.field.parentId') };
}

type FieldsProps = {
  start: Partial<OrganisationDetails>;
  /** It comes with an entry, whose own name and ways stand in the same form. */
  isWithEntry?: boolean;
};

/** What is said of an organisation by hand. */
export function OrganisationFields({ start, isWithEntry = false }: FieldsProps) {
  const { t } = usePage();
  const of = (field: Field) => ({ name: isWithEntry ? NAMES[field] : field, label: t(LABELS[field]) });
  return (
    <Fieldset legend={t('curation.entry_new.organisation')}>
      <div className="beside-texts">
        <LocalizedTextField {...of('name')} defaultValue={start.name ?? null} required />
        <LocalizedTextField {...of('description')} defaultValue={start.description ?? null} rows={2} />
      </div>
      <PhoneField {...of('phone')} defaultValue={start.phone ?? null} />
      <TextField {...of('email')} width="medium" maxLength={254} defaultValue={start.email} latin />
      <TextField {...of('url')} width="medium" maxLength={2000} defaultValue={start.url} latin />
    </Fieldset>
  );
}
