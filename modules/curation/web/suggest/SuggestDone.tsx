import { ButtonLink, CodeCard, CommandForm, Notice, PageTitle, usePage } from '@qantara/ui';

const NEXT = ['next_read', 'next_check', 'next_answer'] as const;

type Done = { formId: string; code: string; back: { to: string; label: string } };

/** The code, once, and what happens next. The form without a button lets a change of language take the code along. */
export function SuggestDone({ formId, code, back }: Done) {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('curation.sent.title')} lead={<p>{t('curation.sent.lead')}</p>} />
      <CodeCard label={t('curation.sent.code')} code={code} hint={t('curation.sent.touch')} />
      <Notice kind="warning" title={t('curation.sent.write')}>
        <p>{t('curation.sent.once')}</p>
      </Notice>
      <h2>{t('curation.sent.next')}</h2>
      <ul>
        {NEXT.map((key) => (
          <li key={key}>{t(`curation.sent.${key}`)}</li>
        ))}
      </ul>
      <p className="actions">
        <ButtonLink to={back.to} kind="action">
          {back.label}
        </ButtonLink>
        <ButtonLink to={href('/suggestions')}>{t('curation.sent.read')}</ButtonLink>
      </p>
      <CommandForm id={formId} className="carried">
        <input type="hidden" name="step" value="done" />
        <input type="hidden" name="code" value={code} />
      </CommandForm>
    </>
  );
}
