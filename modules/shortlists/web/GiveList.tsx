import { ContactWayFacts } from '@qantara/people/web';
import { Bdi, ButtonLink, CommandForm, Notice, SubmitButton, usePage } from '@qantara/ui';
import type { Shortlist } from '../contract/index.ts';

function Ways({ list, link }: { list: Shortlist; link: string }) {
  const { t } = usePage();
  if (!list.mayContact) return <p>{t('shortlists.no_contact')}</p>;
  if (list.sendTo.length === 0) return <p>{t('shortlists.no_way')}</p>;
  // Whoever sees the message must not learn from it what it is about.
  const isDisguised = list.isDisguised || list.sendTo.some(({ words }) => words.isDisguised);
  const message = t(isDisguised ? 'shortlists.message_disguised' : 'shortlists.message', { link });
  return (
    <>
      <p>{t('shortlists.send_to')}</p>
      <ul>
        {list.sendTo.map((way) => (
          <ContactWayFacts key={`${way.channel} ${way.value}`} way={way} message={message} />
        ))}
      </ul>
    </>
  );
}

type Share = { token: string; link: string; qrCode: string };

function Made({ list, share }: { list: Shortlist; share: Share }) {
  const { t } = usePage();
  const { token, link, qrCode } = share;
  return (
    <Notice kind="success" title={t('shortlists.link')} isNews>
      <p>
        <Bdi latin>{link}</Bdi>
      </p>
      <figure>
        <img className="code-to-scan" alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`} />
        <figcaption>{t('shortlists.scan')}</figcaption>
      </figure>
      <Ways list={list} link={link} />
      {list.isDisguised ? <p>{t('shortlists.may_be_found')}</p> : null}
      <ButtonLink to={`/${list.locale}/list/${token}`}>{t('shortlists.print')}</ButtonLink>
    </Notice>
  );
}

/** How the person gets the list: by a link that names nobody, printed, or by a way that they called safe. */
export function GiveList({ list, share }: { list: Shortlist; share: Share | null }) {
  const { t } = usePage();
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t('shortlists.give')}</h2>
      {share === null ? null : <Made list={list} share={share} />}
      <p>{t('shortlists.share_text')}</p>
      {list.sharedUntil === null ? null : (
        <p>
          <SharedUntil at={list.sharedUntil} />
        </p>
      )}
      <CommandForm id="share" className="steps">
        <SubmitButton intent="share">{t('shortlists.share')}</SubmitButton>
        {list.sharedUntil === null ? null : (
          <SubmitButton intent="unshare" kind="plain">
            {t('shortlists.unshare')}
          </SubmitButton>
        )}
      </CommandForm>
    </section>
  );
}

function SharedUntil({ at }: { at: string }) {
  const { t, formats } = usePage();
  return <>{t('shortlists.shared_until', { day: formats.date(at) })}</>;
}
