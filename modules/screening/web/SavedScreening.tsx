import type { Person } from '@qantara/people/contract';
import { ButtonLink, CommandForm, Notice, PageTitle, usePage } from '@qantara/ui';
import { AccessCode } from './AccessCode.tsx';
import { PrintButton } from './PrintButton.tsx';

type Saved = { accessCode: string; person: Pick<Person, 'personId'>; isDisguised: boolean; form: string };

/** The code in this one answer; the form without a button lets a change of language take it along. */
export function SavedScreening({ accessCode, person, isDisguised, form }: Saved) {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('screening.record.saved_title')} lead={<p>{t('screening.record.give_code')}</p>} />
      <AccessCode code={accessCode} />
      <Notice kind="warning">
        <p>{t('screening.record.only_once')}</p>
        {isDisguised ? <p>{t('screening.record.may_be_found')}</p> : null}
      </Notice>
      <p className="actions">
        <ButtonLink to={href(`/work/people/${person.personId}`)} kind="action">
          {t('screening.record.to_person')}
        </ButtonLink>
        <PrintButton />
      </p>
      <CommandForm id={form} className="carried">
        <input type="hidden" name="accessCode" value={accessCode} />
      </CommandForm>
    </>
  );
}
