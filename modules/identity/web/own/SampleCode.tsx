import { Bdi, Notice, usePage } from '@qantara/ui';

/** The code of the moment, which only accounts of a sample region are shown. */
export function SampleCode({ code }: { code: string | null }) {
  const { t } = usePage();
  if (code === null) return null;
  return (
    <Notice title={t('identity.second.sample_title')}>
      <p>
        {t('identity.second.sample_text')}{' '}
        <strong>
          <Bdi latin>{code}</Bdi>
        </strong>
      </p>
    </Notice>
  );
}
