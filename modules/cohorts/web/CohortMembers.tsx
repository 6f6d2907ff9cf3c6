import type { LocalizedText } from '@qantara/kernel';
import { personLabel } from '@qantara/people/web';
import { Bdi, DataTable, DateText, LocalText, usePage, type Column } from '@qantara/ui';
import { Link } from 'react-router';
import type { CohortMember, Proposal } from '../contract/index.ts';

type Areas = Record<string, LocalizedText>;
type Given = { cohortId: string; areas: Areas };
type OfMembers = Given & { members: CohortMember[]; hasComparison: boolean };

/** Who it is, with the way to their page of this cohort for who looks after them; and where they live. */
function useColumns<Row extends Proposal>({ cohortId, areas }: Given, isOpen: (row: Row) => boolean): Column<Row>[] {
  const { t, href, formats } = usePage();
  return [
    {
      key: 'person',
      heading: t('cohorts.field.personId'),
      cell: (one) => {
        const label = <Bdi>{personLabel(one, null, { t, formats })}</Bdi>;
        const to = href(`/work/people/${one.personId}/cohorts/${cohortId}`);
        return isOpen(one) ? <Link to={to}>{label}</Link> : label;
      },
    },
    {
      key: 'area',
      heading: t('cohorts.attribute.area'),
      cell: ({ areaId }) => {
        const area = areaId === null ? undefined : areas[areaId];
        return area === undefined ? t('people.card.no_area') : <LocalText value={area} quiet />;
      },
    },
  ];
}

/** Those in it whom the reader may know of: their own people, and for who runs it those who agreed to be known to it. */
export function CohortMembers({ members, hasComparison, ...given }: OfMembers) {
  const { t } = usePage();
  const columns = useColumns<CohortMember>(given, ({ isOurs }) => isOurs);
  return (
    <section>
      <h2>{t('cohorts.members_known')}</h2>
      <DataTable<CohortMember>
        caption={t('cohorts.members_known')}
        hidesCaption
        rows={members}
        keyOf={({ membershipId }) => membershipId}
        empty={<p>{t('cohorts.members_none')}</p>}
        columns={[
          ...columns,
          ...(hasComparison
            ? [
                {
                  key: 'arm',
                  heading: t('cohorts.field.arm'),
                  cell: ({ arm }: CohortMember) => t(`cohorts.arm.${arm}`),
                },
              ]
            : []),
          {
            key: 'since',
            heading: t('cohorts.since_heading'),
            cell: ({ joinedAt }) => <DateText value={joinedAt} />,
          },
        ]}
      />
    </section>
  );
}

type Proposed = { proposals: Proposal[]; hasMore: boolean };

/** Who fits and agreed to be asked: for whoever looks after them to speak of with them. */
export function Proposals({ proposed, ...given }: Given & { proposed: Proposed }) {
  const { t } = usePage();
  const columns = useColumns<Proposal>(given, () => true);
  return (
    <section>
      <h2>{t('cohorts.proposals')}</h2>
      <p className="hint">{t('cohorts.proposals_text')}</p>
      <DataTable<Proposal>
        caption={t('cohorts.proposals')}
        hidesCaption
        rows={proposed.proposals}
        keyOf={({ personId }) => personId}
        empty={<p>{t('cohorts.proposals_none')}</p>}
        columns={columns}
      />
      {proposed.hasMore ? <p>{t('cohorts.proposals_more')}</p> : null}
    </section>
  );
}
