import { Bdi, Notice, usePage } from '@qantara/ui';

/** Ten codes on paper, shown this once: the page is printed, or they are copied by hand. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('identity.codes.yours')}</h2>
      <Notice kind="warning" title={t('identity.codes.once')} isNews>
        <p>{t('identity.codes.keep')}</p>
      </Notice>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <Bdi latin>{code}</Bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
