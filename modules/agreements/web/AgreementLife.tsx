import type { Organisation } from '@qantara/organisations/contract';
import { CommandForm, DateField, DateText, LocalText, SubmitButton, TextArea, usePage, FormDetails } from '@qantara/ui';
import { Link } from 'react-router';
import type { Agreement } from '../contract/index.ts';
import { AgreementFields } from './AgreementFields.tsx';

type DraftFormsProps = { agreement: Agreement; organisations: Pick<Organisation, 'organisationId' | 'name'>[] };

/** Changing a draft, and offering it for signature. */
export function DraftForms({ agreement, organisations }: DraftFormsProps) {
  const { t } = usePage();
  const version = <input type="hidden" name="version" value={agreement.version} />;
  return (
    <section>
      <h2>{t('agreements.draft.title')}</h2>
      <p>{t('agreements.draft.text')}</p>
      <FormDetails>
        <summary>{t('agreements.draft.change')}</summary>
        <CommandForm id="draft" words="agreements">
          {version}
          <AgreementFields organisations={organisations} given={agreement} />
          <SubmitButton intent="draft">{t('agreements.draft.save')}</SubmitButton>
        </CommandForm>
      </FormDetails>
      <CommandForm id="offer">
        {version}
        <p className="hint">{t('agreements.draft.offer_text')}</p>
        <SubmitButton intent="offer" kind="plain">
          {t('agreements.draft.offer')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}

/** Which agreement it renews, and which renews it. */
export function Succession({ agreement: { followsAgreementId, followedById } }: { agreement: Agreement }) {
  const { t, href } = usePage();
  return (
    <>
      {followsAgreementId === null ? null : (
        <p>
          <Link to={href(`/work/agreements/${followsAgreementId}`)}>{t('agreements.renew.follows')}</Link>
        </p>
      )}
      {followedById === null ? null : (
        <p>
          <Link to={href(`/work/agreements/${followedById}`)}>{t('agreements.renew.followed')}</Link>
        </p>
      )}
    </>
  );
}

/** The same again for other days. */
export function RenewForm() {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('agreements.renew.title')}</h2>
      <p>{t('agreements.renew.text')}</p>
      <CommandForm id="renew">
        <DateField name="startsOn" label={t('agreements.field.startsOn')} required />
        <DateField name="lastDay" label={t('agreements.field.lastDay')} hint={t('agreements.last_day_hint')} />
        <SubmitButton intent="renew" kind="plain">
          {t('agreements.renew.do')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}

/** What the parties say of it, the first first, and room for one more word. */
export function Notes({ notes }: Pick<Agreement, 'notes'>) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('agreements.notes.title')}</h2>
      {notes.length === 0 ? <p>{t('agreements.notes.none')}</p> : null}
      <ul className="plain-list">
        {notes.map(({ words, organisationName, saidAt }) => (
          <li key={saidAt}>
            <p>
              <LocalText value={organisationName} quiet /> · <DateText value={saidAt} style="dateTime" />
            </p>
            <p dir="auto">{words}</p>
          </li>
        ))}
      </ul>
      <CommandForm id="note">
        <TextArea
          name="words"
          label={t('agreements.field.words')}
          hint={t('agreements.notes.hint')}
          rows={3}
          maxLength={2000}
          required
        />
        <SubmitButton intent="note" kind="plain">
          {t('agreements.notes.say')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}
