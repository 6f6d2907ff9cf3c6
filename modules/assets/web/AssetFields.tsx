import { textIn } from '@qantara/kernel';
import type { Organisation } from '@qantara/organisations/contract';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  Checkbox,
  DateField,
  Fieldset,
  LocalizedTextField,
  NumberField,
  PhoneField,
  RadioGroup,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import { ConsentManner, type Asset } from '../contract/index.ts';

export type FieldChoices = { areas: Area[]; organisations: Organisation[] };

type AssetFieldsProps = { asset: Asset | null; choices: FieldChoices; isSkill: boolean };

function ContactFields({ asset, choices }: Omit<AssetFieldsProps, 'isSkill'>) {
  const { t, locale } = usePage();
  const organisations = choices.organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <Fieldset legend={t('assets.form.contact')}>
      <SelectField
        name="organisationId"
        label={t('assets.fact.held_by')}
        options={organisations}
        emptyLabel={t('assets.form.nobody')}
        defaultValue={asset?.organisationId}
      />
      <PhoneField name="phone" label={t('assets.field.phone')} defaultValue={asset?.phone} />
      <TextField name="email" type="email" label={t('assets.field.email')} defaultValue={asset?.email} />
      <TextField
        name="website"
        type="url"
        label={t('assets.field.website')}
        width="medium"
        defaultValue={asset?.website}
      />
      <Checkbox
        name="showsContact"
        label={t('assets.field.showsContact')}
        hint={t('assets.form.contact_hint')}
        defaultChecked={asset?.showsContact === true}
        required
      />
    </Fieldset>
  );
}

function PointFields({ asset }: { asset: Asset | null }) {
  const { t } = usePage();
  return (
    <>
      <NumberField
        name="latitude"
        label={t('assets.field.latitude')}
        hint={t('assets.form.latitude_hint')}
        decimals
        defaultValue={asset?.latitude}
      />
      <NumberField
        name="longitude"
        label={t('assets.field.longitude')}
        hint={t('assets.form.longitude_hint')}
        decimals
        defaultValue={asset?.longitude}
      />
      <Checkbox
        name="isConfidential"
        label={t('assets.field.isConfidential')}
        hint={t('assets.form.confidential_hint')}
        defaultChecked={asset?.isConfidential === true}
        required
      />
    </>
  );
}

/** That a person agreed, as it is written down when their skill is listed. */
export function ConsentFields() {
  const { t } = usePage();
  return (
    <Fieldset legend={t('assets.form.consent')}>
      <p>{t('assets.form.consent_text')}</p>
      <TextField
        name="knownAs"
        label={t('assets.field.knownAs')}
        hint={t('assets.form.known_as_hint')}
        width="medium"
        maxLength={120}
        autoComplete="off"
      />
      <DateField name="givenOn" label={t('assets.field.givenOn')} required />
      <RadioGroup
        name="givenHow"
        label={t('assets.field.givenHow')}
        options={ConsentManner.options.map((value) => ({ value, label: t(`assets.given_how.${value}`) }))}
        required
      />
    </Fieldset>
  );
}

function NameFields({ asset, isSkill }: Omit<AssetFieldsProps, 'choices'>) {
  const { t } = usePage();
  const words = isSkill
    ? { label: t('assets.form.skill_name'), hint: t('assets.form.skill_hint') }
    : { label: t('assets.field.name') };
  return (
    <>
      <LocalizedTextField name="name" {...words} defaultValue={asset?.name ?? null} required />
      <LocalizedTextField
        name="description"
        label={t('assets.field.description')}
        defaultValue={asset?.description ?? null}
        rows={3}
      />
    </>
  );
}

/** What is noted of an asset. A skill has no point and no contact of its own. */
export function AssetFields({ asset, choices, isSkill }: AssetFieldsProps) {
  const { t, locale } = usePage();
  return (
    <>
      <NameFields asset={asset} isSkill={isSkill} />
      <SelectField
        name="areaId"
        label={t('field.areaId')}
        options={areaChoices(choices.areas, locale)}
        defaultValue={asset?.areaId}
      />
      {isSkill ? null : <PointFields asset={asset} />}
      <TextField
        name="tags"
        label={t('assets.field.tags')}
        hint={t('assets.form.tags_hint')}
        width="medium"
        defaultValue={asset?.tags.map(({ name }) => textIn(name, locale).text).join(locale === 'ar' ? '، ' : ', ')}
      />
      {isSkill ? null : <ContactFields asset={asset} choices={choices} />}
    </>
  );
}
