import { AccessCode } from '@qantara/screening/web';
import { CommandForm, Notice, PageTitle, usePage } from '@qantara/ui';

/** The code, once. What leads on opens beside the partner's page; the form without a button lets a change of language take the code along. */
export function EmbedDone({ accessCode }: { accessCode: string }) {
  const { t, href } = usePage();
  return (
    <div data-embed-done="">
      <PageTitle title={t('screening.code.title')} />
      <AccessCode code={accessCode} />
      <Notice kind="warning" title={t('screening.code.write')}>
        <p>{t('screening.code.safe')}</p>
      </Notice>
      <p>
        <a href={href('/follow')} target="_blank" rel="noopener">
          {t('embeds.page.follow')}
        </a>
      </p>
      <CommandForm id="ask" className="carried">
        <input type="hidden" name="step" value="done" />
        <input type="hidden" name="accessCode" value={accessCode} />
      </CommandForm>
    </div>
  );
}
