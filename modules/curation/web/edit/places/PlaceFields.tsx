import {
  Fieldset,
  LocalizedTextField,
  NumberField,
  PhoneField,
  RadioGroup,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { PlaceKind, type EditedPlace, type PlaceDetails } from '../../../contract/index.ts';

const FIELDS = [
  'placeKind',
  'name',
  'addressLines',
  'city',
  'areaId',
  'postalCode',
  'country',
  'latitude',
  'longitude',
  'accessibility',
  'phone',
  'isConfidential',
  'isMeant',
] as const;

/** What a place's fields are called in the summary of errors. */
export function usePlaceLabels(): Record<string, string> {
  const { t } = usePage();
  return Object.fromEntries(FIELDS.map((field) => [field, t(`curation.field.${field}`)]));
}

type PlaceFieldsProps = {
  place: Partial<PlaceDetails> | EditedPlace;
  areas: Area[];
  country: string | null;
  /** Of a confidential place nothing stands in the fields, and its kind stays. */
  isHidden?: boolean;
};

function AddressFields({ place, areas, country }: PlaceFieldsProps) {
  const { t, locale } = usePage();
  return (
    <Fieldset legend={t('curation.place.where')}>
      <div className="beside-texts">
        <LocalizedTextField
          name="addressLines"
          label={t('curation.field.addressLines')}
          hint={t('curation.place.lines_hint')}
          rows={2}
          defaultValue={place.addressLines ?? null}
        />
        <LocalizedTextField name="city" label={t('curation.field.city')} defaultValue={place.city ?? null} />
      </div>
      <SelectField
        name="areaId"
        label={t('curation.field.areaId')}
        emptyLabel={t('curation.place.no_area')}
        options={areaChoices(areas, locale)}
        defaultValue={place.areaId}
      />
      <TextField
        name="postalCode"
        label={t('curation.field.postalCode')}
        width="short"
        maxLength={20}
        defaultValue={place.postalCode}
        latin
      />
      <TextField
        name="country"
        label={t('curation.field.country')}
        hint={t('curation.place.country_hint')}
        width="short"
        maxLength={2}
        defaultValue={place.country ?? country}
        latin
      />
    </Fieldset>
  );
}

/** What is said of a place: what kind it is, where, how one gets in, whom to call. */
export function PlaceFields({ place, areas, country, isHidden = false }: PlaceFieldsProps) {
  const { t } = usePage();
  return (
    <>
      {isHidden ? null : (
        <RadioGroup
          name="placeKind"
          label={t('curation.field.placeKind')}
          options={PlaceKind.options.map((value) => ({ value, label: t(`curation.place_kind.${value}`) }))}
          defaultValue={place.placeKind ?? 'physical'}
          required
        />
      )}
      <div className="beside-texts">
        <LocalizedTextField
          name="name"
          label={t('curation.field.placeName')}
          hint={t('curation.place.name_hint')}
          defaultValue={place.name ?? null}
        />
      </div>
      <AddressFields place={place} areas={areas} country={country} />
      <Fieldset legend={t('curation.place.point')} hint={t('curation.place.point_hint')}>
        <NumberField name="latitude" label={t('curation.field.latitude')} decimals defaultValue={place.latitude} />
        <NumberField name="longitude" label={t('curation.field.longitude')} decimals defaultValue={place.longitude} />
      </Fieldset>
      <div className="beside-texts">
        <LocalizedTextField
          name="accessibility"
          label={t('curation.field.accessibility')}
          hint={t('curation.place.access_hint')}
          rows={2}
          defaultValue={place.accessibility ?? null}
        />
      </div>
      <PhoneField name="phone" label={t('curation.field.placePhone')} defaultValue={place.phone ?? null} />
    </>
  );
}
