import { Checkbox, CheckboxGroup, CommandForm, Notice, SubmitButton, usePage } from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import { HIDDEN_FIELDS, type EditedPlace } from '../../../contract/index.ts';
import { SuggestedInput } from '../SuggestedBeside.tsx';
import { TypedAgain } from './ConfidentialField.tsx';
import { PlaceFields, usePlaceLabels } from './PlaceFields.tsx';

type HiddenPlaceProps = { place: EditedPlace; areas: Area[]; country: string | null };

/** A confidential place is only written: the fields are blank, and what is left blank stays as it is. */
export function HiddenPlaceForm({ place, areas }: Omit<HiddenPlaceProps, 'country'>) {
  const { t } = usePage();
  const names = { name: 'placeName', latitude: 'point' } as Partial<Record<string, string>>;
  return (
    <CommandForm id="place" className="form place-form" labels={usePlaceLabels()}>
      <Notice kind="warning" title={t('curation.hidden.title')}>
        <p>{t('curation.hidden.text')}</p>
      </Notice>
      <TypedAgain isHidden />
      <input type="hidden" name="isHidden" value="true" />
      <SuggestedInput suggested={place.suggested} />
      <PlaceFields place={{ phone: place.phone }} areas={areas} country={null} isHidden />
      <CheckboxGroup
        name="emptied"
        label={t('curation.field.emptied')}
        hint={t('curation.hidden.emptied_hint')}
        options={HIDDEN_FIELDS.map((value) => ({ value, label: t(`curation.field.${names[value] ?? value}`) }))}
        inline
      />
      <SubmitButton intent="save">{t('curation.place.save')}</SubmitButton>
    </CommandForm>
  );
}

/** An open place in the stead of a confidential one: everything anew, and said a second time to be meant. */
export function OpenPlaceForm({ areas, country }: Omit<HiddenPlaceProps, 'place'>) {
  const { t } = usePage();
  return (
    <CommandForm id="open" className="form place-form" labels={usePlaceLabels()}>
      <Notice kind="danger" title={t('curation.hidden.open_title')}>
        <p>{t('curation.hidden.open_text')}</p>
      </Notice>
      <PlaceFields place={{}} areas={areas} country={country} />
      <Checkbox name="isMeant" label={t('curation.field.isMeant')} required />
      <SubmitButton intent="open" kind="danger">
        {t('curation.hidden.open')}
      </SubmitButton>
    </CommandForm>
  );
}
