import {
  Bdi,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DateText,
  DescriptionList,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import type { Passkey } from '../../contract/index.ts';

function OnePasskey({ passkey }: { passkey: Passkey }) {
  const { t } = usePage();
  const { passkeyId, label, isSynced, createdAt, lastUsedAt } = passkey;
  return (
    <section aria-label={label}>
      <h3>
        <Bdi>{label}</Bdi>
      </h3>
      <DescriptionList
        dense
        items={[
          {
            label: t('identity.passkeys.kept'),
            value: t(isSynced ? 'identity.passkeys.synced' : 'identity.passkeys.here'),
          },
          { label: t('identity.passkeys.added'), value: <DateText value={createdAt} /> },
          {
            label: t('identity.passkeys.used'),
            value: lastUsedAt === null ? t('identity.passkeys.never') : <DateText value={lastUsedAt} />,
          },
        ]}
      />
      <div className="actions">
        <ConfirmDialog label={t('identity.passkeys.rename')} title={t('identity.passkeys.rename_title', { label })}>
          <CommandForm id={`rename-${passkeyId}`} labels={{ label: t('identity.field.label') }}>
            <input type="hidden" name="passkeyId" value={passkeyId} />
            <TextField
              name="label"
              label={t('identity.field.label')}
              defaultValue={label}
              width="medium"
              maxLength={60}
              required
            />
            <SubmitButton intent="rename-passkey">{t('identity.passkeys.rename')}</SubmitButton>
          </CommandForm>
        </ConfirmDialog>
        <ConfirmDialog label={t('identity.passkeys.remove')} title={t('identity.passkeys.remove_title', { label })}>
          <CommandForm id={`remove-${passkeyId}`}>
            <p>{t('identity.passkeys.remove_text')}</p>
            <input type="hidden" name="passkeyId" value={passkeyId} />
            <SubmitButton intent="remove-passkey" kind="danger">
              {t('identity.passkeys.remove')}
            </SubmitButton>
          </CommandForm>
        </ConfirmDialog>
      </div>
    </section>
  );
}

/** The keys of one's own account, each by the name that one gave it. */
export function OwnPasskeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { t, href } = usePage();
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('identity.passkeys.title')}</h2>
      <p>{t(passkeys.length === 0 ? 'identity.passkeys.what' : 'identity.passkeys.more')}</p>
      {passkeys.map((passkey) => (
        <OnePasskey key={passkey.passkeyId} passkey={passkey} />
      ))}
      <p className="actions">
        <ButtonLink to={href('/account/passkeys/new')}>{t('identity.passkeys.add')}</ButtonLink>
      </p>
    </section>
  );
}
