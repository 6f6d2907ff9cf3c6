import { Bdi, Notice, usePage } from '@qantara/ui';

/** A link that was just made: shown in this one answer, to be copied, read out or scanned. */
export function MadeLinkCard({ link, qrCode, isSent }: { link: string; qrCode: string; isSent: boolean }) {
  const { t } = usePage();
  return (
    <Notice kind="success" title={t('partnerlinks.links.made_title')} isNews>
      {isSent ? <p>{t('partnerlinks.links.on_its_way')}</p> : null}
      <p>
        <Bdi latin>{link}</Bdi>
      </p>
      <figure>
        <img className="code-to-scan" alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`} />
        <figcaption>{t('partnerlinks.links.scan')}</figcaption>
      </figure>
      <p>{t('partnerlinks.links.once')}</p>
    </Notice>
  );
}
