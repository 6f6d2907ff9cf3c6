import { ButtonLink, DescriptionList, usePage } from '@qantara/ui';
import type { OwnAccount } from '../../contract/index.ts';

/** Password, telephone and paper codes: which of them there are, and how each is changed. */
export function OwnSecrets({ own }: { own: OwnAccount }) {
  const { t, href } = usePage();
  const { account, hasPassword, codesLeft } = own;
  return (
    <section aria-labelledby="secrets">
      <h2 id="secrets">{t('identity.account.secrets')}</h2>
      <DescriptionList
        items={[
          {
            label: t('identity.field.password'),
            value: t(hasPassword ? 'identity.password.set' : 'identity.password.none'),
          },
          {
            label: t('identity.account.second'),
            value: account.hasSecondFactor ? t('identity.account.linked') : t('identity.account.not_linked'),
          },
          { label: t('identity.codes.title'), value: t('identity.codes.left', { count: codesLeft }) },
        ]}
      />
      <p className="actions">
        <ButtonLink to={href('/account/password')}>
          {t(hasPassword ? 'identity.password.change_title' : 'identity.password.add_title')}
        </ButtonLink>
        <ButtonLink to={href('/account/telephone')}>{t('identity.telephone.title')}</ButtonLink>
        <ButtonLink to={href('/account/recovery-codes')}>{t('identity.codes.make')}</ButtonLink>
      </p>
    </section>
  );
}
