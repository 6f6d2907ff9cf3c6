import { isolate, type Translate } from '@qantara/kernel';
import { Fieldset, PhoneField, TextArea, TextField, usePage } from '@qantara/ui';
import { NewSuggestion, type SuggestedField } from '../../contract/index.ts';

/** What stands in an entry now, as far as it is one line. */
export type StandsNow = Partial<Record<SuggestedField, string | null>>;

/** The labels of all fields, for the summary of errors. */
export function suggestLabels(t: Translate): Record<string, string> {
  return Object.fromEntries(Object.keys(NewSuggestion.shape).map((name) => [name, t(`curation.field.${name}`)]));
}

/** In one's own words: what is different, or how one knows. */
export function MessageField({ purpose }: { purpose: 'change' | 'closed' | 'claim' | 'new' }) {
  const { t } = usePage();
  return (
    <TextArea
      name="message"
      label={t('curation.field.message')}
      hint={t(`curation.message_hint.${purpose}`)}
      rows={3}
      maxLength={4000}
    />
  );
}

function useNow(now: StandsNow): (field: SuggestedField) => string | undefined {
  const { t } = usePage();
  return (field) => {
    const value = now[field] ?? '';
    return value === '' ? undefined : t('curation.suggest.now', { value: isolate(value) });
  };
}

/** What people most often know better: when it is open, where it is, whom to call. */
export function UsualFields({ now }: { now: StandsNow }) {
  const { t } = usePage();
  const nowOf = useNow(now);
  return (
    <>
      <PhoneField name="phone" label={t('curation.field.phone')} hint={nowOf('phone')} />
      <TextArea name="hours" label={t('curation.field.hours')} rows={2} maxLength={4000} />
      <TextArea name="address" label={t('curation.field.address')} hint={nowOf('address')} rows={2} maxLength={4000} />
    </>
  );
}

/** Everything else that can be said to be different. */
export function OtherFields({ now, withName }: { now: StandsNow; withName: boolean }) {
  const { t } = usePage();
  const nowOf = useNow(now);
  const long = ['description', 'eligibility_description', 'application_process', 'fees_description'] as const;
  return (
    <details className="more-fields">
      <summary>{t('curation.suggest.more')}</summary>
      <div className="fields">
        {withName ? (
          <TextField name="name" label={t('curation.field.name')} hint={nowOf('name')} maxLength={4000} />
        ) : null}
        {long.map((name) =>
          name === 'description' && !withName ? null : (
            <TextArea
              key={name}
              name={name}
              label={t(`curation.field.${name}`)}
              hint={nowOf(name)}
              rows={3}
              maxLength={4000}
            />
          ),
        )}
        <TextField name="email" label={t('curation.field.email')} hint={nowOf('email')} maxLength={254} latin />
        <TextField name="url" label={t('curation.field.url')} hint={nowOf('url')} maxLength={2000} latin />
      </div>
    </details>
  );
}

/** How to reach whoever says it; only whoever claims an entry has to. */
export function ContactFields({ isClaim = false }: { isClaim?: boolean }) {
  const { t } = usePage();
  return (
    <Fieldset
      legend={t('curation.suggest.contact')}
      hint={t(isClaim ? 'curation.suggest.contact_claim' : 'curation.suggest.contact_hint')}
    >
      <TextField
        name="contactName"
        label={t('curation.field.contactName')}
        width="medium"
        maxLength={120}
        autoComplete="name"
      />
      {isClaim ? (
        <TextField
          name="contactRole"
          label={t('curation.field.contactRole')}
          width="medium"
          maxLength={120}
          autoComplete="organization-title"
        />
      ) : null}
      <TextField
        name="contactEmail"
        type="email"
        label={t('curation.field.contactEmail')}
        width="medium"
        maxLength={254}
        autoComplete="email"
      />
      <PhoneField name="contactPhone" label={t('curation.field.contactPhone')} />
    </Fieldset>
  );
}
