import { Bdi, DataTable, DateText, EmptyState, LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { SeenOpening } from '../contract/index.ts';
import { kindWord, markOf, ruleWords } from './words-of.ts';

const PEOPLE_SHOWN = 3;
const SEARCHES = ['search', 'name_search'];

/** A person without a name: the end of their identifier, which leads to everything about them in the log. */
export function PersonMark({ personId }: { personId: string }) {
  const { t, href } = usePage();
  return <Link to={href(`/oversight?personId=${personId}`)}>{t('oversight.person', { mark: markOf(personId) })}</Link>;
}

function Who({ opening }: { opening: SeenOpening }) {
  const { t, href } = usePage();
  const { accountId, accountName, actorKind, organisationName } = opening;
  if (accountId === null) return <>{t(`oversight.actor.${actorKind}`)}</>;
  return (
    <>
      <Link to={href(`/oversight?accountId=${accountId}`)}>
        <Bdi>{accountName ?? accountId.slice(-8)}</Bdi>
      </Link>
      {organisationName === null ? null : (
        <small>
          <br />
          <LocalText value={organisationName} quiet />
        </small>
      )}
    </>
  );
}

function Whose({ opening }: { opening: SeenOpening }) {
  const { t } = usePage();
  const { people, count } = opening;
  if (count === 0) return <>{SEARCHES.includes(opening.kind) ? t('oversight.log.nobody') : '–'}</>;
  const more = count - Math.min(people.length, PEOPLE_SHOWN);
  return (
    <ul className="bare">
      {people.slice(0, PEOPLE_SHOWN).map(({ personId, reason }) => (
        <li key={personId}>
          <PersonMark personId={personId} /> {reason === null ? null : <bdi>{reason}</bdi>}
        </li>
      ))}
      {more > 0 ? <li>{t('oversight.log.more', { count: more })}</li> : null}
    </ul>
  );
}

/** By which rule; where it is about one person, with the way to ask why. */
function Rule({ opening }: { opening: SeenOpening }) {
  const { t, formats, href } = usePage();
  const { accountId, rules, people, count } = opening;
  const words = formats.list(ruleWords(t, rules));
  const [only] = people;
  if (accountId === null || only === undefined || count !== 1) return <>{words}</>;
  const asked = new URLSearchParams({ accountId, personId: only.personId }).toString();
  return <Link to={href(`/oversight/access?${asked}`)}>{words}</Link>;
}

/** Openings of records, one a row: when, who, what, whose, and by which rule. */
export function OpeningsTable({ openings, caption }: { openings: readonly SeenOpening[]; caption: string }) {
  const { t } = usePage();
  return (
    <DataTable<SeenOpening>
      caption={caption}
      hidesCaption
      rows={openings}
      keyOf={({ openingId }) => openingId}
      empty={<EmptyState title={t('oversight.log.none')} />}
      columns={[
        { key: 'at', heading: t('oversight.log.at'), cell: ({ at }) => <DateText value={at} style="dateTime" /> },
        { key: 'who', heading: t('oversight.log.who'), cell: (opening) => <Who opening={opening} /> },
        {
          key: 'what',
          heading: t('oversight.log.what'),
          cell: ({ kind, channel }) => (
            <>
              {kindWord(t, kind)}
              <small>
                <br />
                {t(`oversight.channel.${channel}`)}
              </small>
            </>
          ),
        },
        { key: 'whose', heading: t('oversight.log.whose'), cell: (opening) => <Whose opening={opening} /> },
        { key: 'rule', heading: t('oversight.log.rule'), cell: (opening) => <Rule opening={opening} /> },
      ]}
    />
  );
}
