import { Fieldset, LocalizedTextField, TextArea, usePage } from '@qantara/ui';
import { AgeFields } from '../AgeFields.tsx';
import { OfferFields, type Choices } from '../offer/OfferFields.tsx';
import { ReachFields } from '../ReachFields.tsx';
import { RoomFields } from '../RoomFields.tsx';
import type { EntryStart } from './entry-start.ts';

const TEXTS = ['description', 'eligibility_description', 'application_process', 'fees_description'] as const;

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
      <ReachFields phone={start.lines.phone} email={start.lines.email} url={start.lines.url} />
      <AgeFields />
      <Fieldset legend={t('curation.edit.state')}>
        <RoomFields capacity="unknown" cadenceMonths={6} />
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
