import { ButtonLink, CommandForm, Notice, PageTitle, usePage } from '@qantara/ui';
import { AccessCode } from './AccessCode.tsx';

const NEXT = ['next_read', 'next_urgent', 'next_contact', 'next_follow', 'next_account'] as const;

/** The code, once, and what happens next. The form without a button lets a change of language take the code along. */
export function AskDone({ accessCode }: { accessCode: string }) {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('screening.code.title')} />
      <AccessCode code={accessCode} />
      <Notice kind="warning" title={t('screening.code.write')}>
        <p>{t('screening.code.safe')}</p>
      </Notice>
      <h2>{t('screening.code.next_title')}</h2>
      <ul>
        {NEXT.map((key) => (
          <li key={key}>{t(`screening.code.${key}`)}</li>
        ))}
      </ul>
      <p className="actions">
        <ButtonLink to={href('/follow')} kind="action">
          {t('screening.code.follow')}
        </ButtonLink>
      </p>
      <CommandForm id="ask" className="carried">
        <input type="hidden" name="step" value="done" />
        <input type="hidden" name="accessCode" value={accessCode} />
      </CommandForm>
    </>
  );
}
