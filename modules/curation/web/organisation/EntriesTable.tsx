import { CommandForm, DataTable, DateText, EmptyState, LocalText, SubmitButton, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { KeptEntry } from '../../contract/index.ts';
import { StandingBadge } from '../keep/StandingBadge.tsx';

function Confirm({ entry }: { entry: KeptEntry }) {
  const { t } = usePage();
  return (
    <CommandForm id={`confirm-${entry.serviceId}`} className="one-button">
      <input type="hidden" name="serviceId" value={entry.serviceId} />
      <SubmitButton intent="confirm" kind="plain">
        {t('curation.keep.confirm')}
      </SubmitButton>
    </CommandForm>
  );
}

/** An organisation's entries, those to confirm first. */
export function EntriesTable({ entries }: { entries: KeptEntry[] }) {
  const { t, href } = usePage();
  return (
    <DataTable<KeptEntry>
      caption={t('curation.keep.entries')}
      hidesCaption
      rows={entries}
      keyOf={({ serviceId }) => serviceId}
      empty={<EmptyState title={t('curation.keep.none')} />}
      columns={[
        {
          key: 'name',
          heading: t('curation.entry'),
          cell: ({ serviceId, name }) => (
            <Link to={href(`/curation/services/${serviceId}`)}>
              <LocalText value={name} quiet />
            </Link>
          ),
        },
        {
          key: 'standing',
          heading: t('curation.standing_title'),
          cell: ({ standing }) => <StandingBadge standing={standing} />,
        },
        {
          key: 'assured',
          heading: t('curation.assured'),
          cell: ({ assuredAt }) => (assuredAt === null ? '–' : <DateText value={assuredAt} />),
        },
        {
          key: 'due',
          heading: t('curation.due'),
          cell: ({ dueOn }) => (dueOn === null ? '–' : <DateText value={dueOn} />),
        },
        {
          key: 'room',
          heading: t('curation.field.capacity'),
          cell: ({ capacity }) => t(`directory.capacity.${capacity}`),
        },
        { key: 'steps', heading: t('curation.steps'), cell: (entry) => <Confirm entry={entry} /> },
      ]}
    />
  );
}
