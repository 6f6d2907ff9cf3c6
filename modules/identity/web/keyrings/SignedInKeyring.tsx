import { ButtonLink, CommandForm, DateText, Notice, PageTitle, ResultList, SubmitButton, usePage } from '@qantara/ui';
import type { Keyring, KeyringRequest } from '../../contract/index.ts';

/** What was just done on another page, as the address says. */
export const DONE = ['created', 'joined', 'added', 'changed'] as const;
export type DoneOfKeyring = (typeof DONE)[number] | null;

/** When a request was asked, and nothing of what: somebody may be reading along. */
function OneRequest({ request }: { request: KeyringRequest }) {
  const { t, href } = usePage();
  return (
    <li className="result">
      <h3>
        {t('identity.keyring.asked')} <DateText value={request.askedAt} style="dateTime" />
      </h3>
      {request.isOpen ? (
        <p className="actions">
          <ButtonLink to={href('/follow')} kind="action">
            {t('identity.keyring.see')}
          </ButtonLink>
        </p>
      ) : (
        <CommandForm id={`open-${request.keyringRequestId}`} action="?">
          <input type="hidden" name="keyringRequestId" value={request.keyringRequestId} />
          <SubmitButton intent="open-request">{t('identity.keyring.see')}</SubmitButton>
        </CommandForm>
      )}
    </li>
  );
}

/** The requests of a personal account, and what may be done with the account. */
export function SignedInKeyring({ keyring, done }: { keyring: Keyring; done: DoneOfKeyring }) {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.keyring.title')} />
      {done === null ? null : (
        <Notice kind="success" title={t(`identity.keyring.done.${done}`)} isNews>
          {done === 'created' ? <p>{t('identity.keyring.done.keep_code')}</p> : null}
        </Notice>
      )}
      <h2>{t('identity.keyring.requests', { count: keyring.requests.length })}</h2>
      <ResultList label={t('identity.keyring.requests', { count: keyring.requests.length })}>
        {keyring.requests.map((request) => (
          <OneRequest key={request.keyringRequestId} request={request} />
        ))}
      </ResultList>
      {keyring.isSample ? <p className="hint">{t('identity.keyring.is_sample')}</p> : null}
      <ul>
        {(['add', 'password', 'end'] as const).map((page) => (
          <li key={page}>
            <a href={href(`/follow/account/${page}`)}>{t(`identity.keyring.to.${page}`)}</a>
          </li>
        ))}
      </ul>
      <CommandForm id="sign-out" action="?">
        <p className="hint">{t('identity.keyring.everywhere')}</p>
        <SubmitButton intent="sign-out" kind="plain">
          {t('identity.keyring.sign_out')}
        </SubmitButton>
      </CommandForm>
    </>
  );
}
