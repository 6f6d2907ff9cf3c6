import { CommandForm, DateText, LocalText, Notice, SubmitButton, usePage } from '@qantara/ui';
import { useActionData } from 'react-router';
import { ProviderAddress, type OwnAccount } from '../../contract/index.ts';

/**
 * One's account at the region's provider. Linking is begun by a form of ours and goes on by a link: a form may not lead to
 * another website.
 */
export function OwnProvider({ provider }: { provider: NonNullable<OwnAccount['provider']> }) {
  const { t } = usePage();
  const asked = ProviderAddress.safeParse(useActionData<unknown>());
  const isLinked = provider.linkedAt !== null;
  return (
    <section aria-labelledby="provider">
      <h2 id="provider">
        <LocalText value={provider.label} />
      </h2>
      {asked.success ? (
        <Notice kind="info" title={t('identity.provider.ready')} isNews>
          <p>
            <a className="button action" href={asked.data.address}>
              {t('identity.provider.go_on')}
            </a>
          </p>
        </Notice>
      ) : null}
      {provider.linkedAt === null ? (
        <p>{t('identity.provider.not_linked')}</p>
      ) : (
        <p>
          {t('identity.provider.linked_since')} <DateText value={provider.linkedAt} />
        </p>
      )}
      <CommandForm id="provider">
        <SubmitButton intent={isLinked ? 'unlink' : 'link'} kind="plain">
          {t(isLinked ? 'identity.provider.unlink' : 'identity.provider.link')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}
