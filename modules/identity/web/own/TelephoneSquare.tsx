import { usePage } from '@qantara/ui';

/** The square that an authenticator application reads; it stands on white, or no camera finds it in the dark. */
export function TelephoneSquare({ secret, qrCode }: { secret: string; qrCode: string }) {
  const { t } = usePage();
  return (
    <>
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`}
        alt={t('identity.second.qr')}
        width={220}
        height={220}
      />
      <p>
        {t('identity.second.secret')}
        <br />
        <code dir="ltr">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
    </>
  );
}
