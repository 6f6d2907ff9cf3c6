import { newId } from '@qantara/kernel';
import { Bdi, DateText, LocalForm, LocalText, SelectField, SubmitButton, usePage, type FormValues } from '@qantara/ui';
import { keepCopy, type OpenDevice } from '@qantara/ui/offline';
import type { DeviceContents, Draft } from './device-work.ts';

type Props = { device: OpenDevice; contents: DeviceContents; onBegun: (draftId: string, draft: Draft) => void };

/** Beginning a form, with somebody taken along or somebody new, or going on with one that was begun. */
export function Begin({ device, contents, onBegun }: Props) {
  const { t, text, locale } = usePage();
  const { forms, people, drafts } = contents;
  const begin = (values: FormValues) => {
    const form = forms.find(({ value }) => value.code === values.text('form'))?.value;
    if (form === undefined) return;
    const person = people.find(({ value }) => value.personId === values.text('person'))?.value ?? null;
    const draft: Draft = { form, person, locale, typed: {} };
    const id = newId();
    void keepCopy(device, { id, kind: 'draft', value: draft, now: new Date() }).then(() => onBegun(id, draft));
  };
  return (
    <section>
      <h2>{t('offline.begin.title')}</h2>
      {forms.length === 0 ? (
        <p>{t('offline.begin.no_forms')}</p>
      ) : (
        <LocalForm id="begin" begin={{ form: forms[0]?.value.code ?? '' }} onSend={begin}>
          <SelectField
            name="form"
            label={t('offline.begin.form')}
            options={forms.map(({ value }) => ({ value: value.code, label: text(value.title).text }))}
            required
          />
          <SelectField
            name="person"
            label={t('offline.begin.person')}
            emptyLabel={t('offline.person.new')}
            options={people.map(({ value }) => ({
              value: value.personId,
              label: `${value.displayName ?? t('offline.person.unnamed')} · ${value.mark}`,
            }))}
          />
          <SubmitButton>{t('offline.begin.go')}</SubmitButton>
        </LocalForm>
      )}
      {drafts.length === 0 ? null : <h3>{t('offline.begin.begun')}</h3>}
      <ul className="plain-list">
        {drafts.map(({ id, at, value }) => (
          <li key={id} className="taken">
            <span>
              <LocalText value={value.form.title} /> · <Bdi>{value.person?.displayName ?? t('offline.person.new')}</Bdi>{' '}
              · <DateText value={at} />
            </span>
            <button type="button" className="button plain" onClick={() => onBegun(id, value)}>
              {t('offline.begin.go_on')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
