import { textIn } from '@qantara/kernel';
import type { Organisation } from '@qantara/organisations/contract';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  Checkbox,
  Fieldset,
  LocalizedTextField,
  NumberField,
  PhoneField,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import type { InstitutionKind, OpenInstitution } from '../contract/index.ts';
import { kindChoices } from './kind-name.ts';

export type FieldChoices = { kinds: InstitutionKind[]; areas: Area[]; organisations: Organisation[] };

type InstitutionFieldsProps = { institution: OpenInstitution | null; choices: FieldChoices };

function PlaceFields({ institution, choices }: InstitutionFieldsProps) {
  const { t, locale } = usePage();
  const isHidden = institution?.isConfidential === true;
  return (
    <Fieldset legend={t('institutions.form.place')}>
      <Checkbox
        name="isConfidential"
        label={t('institutions.field.isConfidential')}
        hint={t('institutions.form.confidential_hint')}
        defaultChecked={isHidden}
        required
      />
      {isHidden ? <p className="hint">{t('institutions.form.hidden_hint')}</p> : null}
      <SelectField
        name="areaId"
        label={t('field.areaId')}
        options={areaChoices(choices.areas, locale)}
        defaultValue={institution?.areaId}
      />
      <TextField
        name="address"
        label={t('institutions.field.address')}
        width="medium"
        maxLength={300}
        defaultValue={institution?.address}
      />
      <NumberField
        name="latitude"
        label={t('institutions.field.latitude')}
        decimals
        defaultValue={institution?.latitude}
      />
      <NumberField
        name="longitude"
        label={t('institutions.field.longitude')}
        decimals
        defaultValue={institution?.longitude}
      />
    </Fieldset>
  );
}

/** What the register says of an institution. */
export function InstitutionFields({ institution, choices }: InstitutionFieldsProps) {
  const { t, locale } = usePage();
  const organisations = choices.organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <>
      <LocalizedTextField
        name="name"
        label={t('institutions.field.name')}
        defaultValue={institution?.name ?? null}
        required
      />
      <SelectField
        name="kindCode"
        label={t('field.kind')}
        options={kindChoices(choices.kinds, locale)}
        defaultValue={institution?.kindCode}
        required
      />
      <SelectField
        name="organisationId"
        label={t('institutions.fact.run_by')}
        options={organisations}
        defaultValue={institution?.organisationId}
        required
      />
      <PhoneField name="phone" label={t('institutions.fact.phone')} defaultValue={institution?.phone} />
      <NumberField
        name="capacityApproved"
        label={t('institutions.field.capacityApproved')}
        hint={t('institutions.form.capacity_hint')}
        defaultValue={institution?.capacityApproved}
      />
      <PlaceFields institution={institution} choices={choices} />
    </>
  );
}
