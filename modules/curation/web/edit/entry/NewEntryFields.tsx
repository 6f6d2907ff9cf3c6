import {
  Fieldset,
  LocalizedTextField,
  NumberField,
  PhoneField,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '@qantara/ui';
import { Capacity } from '@qantara/directory/contract';
import { OfferFields, type Choices } from '../offer/OfferFields.tsx';
import type { EntryStart } from './entry-start.ts';

const TEXTS = ['description', 'eligibility_description', 'application_process', 'fees_description'] as const;

function Reached({ lines }: { lines: EntryStart['lines'] }) {
  const { t } = usePage();
  return (
    <Fieldset legend={t('curation.edit.contact')}>
      <PhoneField name="phone" label={t('curation.field.phone')} defaultValue={lines.phone ?? null} />
      <TextField
        name="email"
        label={t('curation.field.email')}
        width="medium"
        maxLength={254}
        defaultValue={lines.email}
        latin
      />
      <TextField
        name="url"
        label={t('curation.field.url')}
        width="medium"
        maxLength={2000}
        defaultValue={lines.url}
        latin
      />
    </Fieldset>
  );
}

/** Everything that is said of a service that is not there yet; hours and places follow. */
export function NewEntryFields({
  start,
  choices,
  isAnswer,
}: {
  start: EntryStart;
  choices: Choices;
  isAnswer: boolean;
}) {
  const { t } = usePage();
  const offer = { needCodes: [], areaIds: [], languages: [], costs: [], currency: null };
  return (
    <>
      <div className="beside-texts">
        <LocalizedTextField
          name="name"
          label={t('curation.entry_new.name')}
          defaultValue={start.texts.name ?? null}
          required
        />
        {TEXTS.map((field) => (
          <LocalizedTextField
            key={field}
            name={field}
            label={t(`curation.field.${field}`)}
            defaultValue={start.texts[field] ?? null}
            rows={field === 'description' ? 4 : 2}
          />
        ))}
      </div>
      <OfferFields offer={offer} choices={choices} />
      <Reached lines={start.lines} />
      <Fieldset legend={t('curation.edit.for_whom')}>
        <NumberField name="minimum_age" label={t('curation.field.minimum_age')} />
        <NumberField name="maximum_age" label={t('curation.field.maximum_age')} />
      </Fieldset>
      <Fieldset legend={t('curation.edit.state')}>
        <SelectField
          name="capacity"
          label={t('curation.field.capacity')}
          options={Capacity.options.map((value) => ({ value, label: t(`directory.capacity.${value}`) }))}
          defaultValue="unknown"
          required
        />
        <NumberField
          name="cadenceMonths"
          label={t('curation.field.cadenceMonths')}
          hint={t('curation.edit.cadence_hint')}
          suffix={t('curation.edit.months')}
          defaultValue={6}
          required
        />
      </Fieldset>
      {isAnswer ? (
        <TextArea
          name="answer"
          label={t('curation.field.answer')}
          hint={t('curation.moderate.answer_hint')}
          rows={3}
          maxLength={2000}
        />
      ) : null}
    </>
  );
}
