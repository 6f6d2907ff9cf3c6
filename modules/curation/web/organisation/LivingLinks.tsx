import { CommandForm, ConfirmDialog, DataTable, DateText, SubmitButton, usePage } from '@qantara/ui';
import type { Link } from '../../contract/index.ts';

function Revoke({ linkId }: { linkId: string }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('curation.link.revoke')} title={t('curation.link.revoke_title')}>
      <CommandForm id={`revoke-${linkId}`}>
        <p>{t('curation.link.revoke_text')}</p>
        <input type="hidden" name="linkId" value={linkId} />
        <SubmitButton intent="revoke" kind="danger">
          {t('curation.link.revoke')}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

/** The links that can still be used. */
export function LivingLinks({ links }: { links: Link[] }) {
  const { t } = usePage();
  return (
    <DataTable<Link>
      caption={t('curation.link.living')}
      hidesCaption
      rows={links}
      keyOf={({ linkId }) => linkId}
      empty={<p>{t('curation.link.none')}</p>}
      columns={[
        { key: 'made', heading: t('curation.link.made_on'), cell: ({ createdAt }) => <DateText value={createdAt} /> },
        { key: 'until', heading: t('curation.link.until'), cell: ({ expiresAt }) => <DateText value={expiresAt} /> },
        {
          key: 'used',
          heading: t('curation.link.used'),
          cell: ({ usedAt }) => (usedAt === null ? t('curation.link.not_used') : <DateText value={usedAt} />),
        },
        { key: 'revoke', heading: t('curation.steps'), cell: ({ linkId }) => <Revoke linkId={linkId} /> },
      ]}
    />
  );
}
