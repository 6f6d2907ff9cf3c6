import { usePage } from '@qantara/ui';

/** Passing it on without any script: the address to copy, and a letter that holds it. */
export function ShareService({ name, address }: { name: string; address: string }) {
  const { t } = usePage();
  const letter = `mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(address)}`;
  return (
    <section className="share" aria-labelledby="share">
      <h2 id="share">{t('directory.share.title')}</h2>
      <p>
        <label htmlFor="share-address">{t('directory.share.address')}</label>
        <input id="share-address" className="input share-address latin" dir="ltr" readOnly value={address} />
      </p>
      <p>
        <a href={letter}>{t('directory.share.mail')}</a>
      </p>
      <p>{t('directory.share.print')}</p>
    </section>
  );
}
