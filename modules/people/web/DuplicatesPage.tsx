import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  DateText,
  EmptyState,
  PageTitle,
  StatusBadge,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { RefusalNotice, needPermission } from '@qantara/identity/web';
import { territoryRoutes, type Area } from '@qantara/territory/contract';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type Merge, type Pair, type PersonId } from '../contract/index.ts';
import { PersonCardFacts } from './PersonCardFacts.tsx';
import { usePersonLabel } from './words/use-person-label.ts';

/** Records that may be one person, and what waits for a colleague. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'person:write');
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { areas, ...(await apiOf(context, peopleRoutes).listPairs({})) };
}

/** Notes that two records are two people. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const id = (name: string) => (values.text(name) ?? '') as PersonId;
    const two = { personId: id('personId'), otherPersonId: id('otherPersonId') };
    await apiOf(context, peopleRoutes).sayNotSame(two, { commandId });
    return redirect(`/${params['locale']}/work/duplicates`);
  });
}

function PairItem({ pair, areas }: { pair: Pair; areas: Area[] }) {
  const { t, href, formats } = usePage();
  const label = usePersonLabel(areas);
  const [one, other] = pair.people;
  return (
    <li className="result">
      <h3>{formats.list(pair.reasons.map((reason) => t(`people.pairReason.${reason}`)))}</h3>
      <p className="hint">{t('people.duplicates.score', { score: pair.score })}</p>
      {pair.people.map((person) => (
        <div key={person.personId}>
          <p>
            <Link to={href(`/work/people/${person.personId}`)}>
              <Bdi>{label(person)}</Bdi>
            </Link>
          </p>
          <PersonCardFacts person={person} areas={areas} />
        </div>
      ))}
      <p className="actions">
        <ButtonLink to={href(`/work/merges/new?kept=${one.personId}&other=${other.personId}`)}>
          {t('people.duplicates.compare')} <span className="vh">{formats.list([label(one), label(other)])}</span>
        </ButtonLink>
      </p>
      <CommandForm id={`two-${one.personId}-${other.personId}`} className="one-button">
        <input type="hidden" name="personId" value={one.personId} />
        <input type="hidden" name="otherPersonId" value={other.personId} />
        <SubmitButton kind="plain">
          {t('people.duplicates.two')} <span className="vh">{formats.list([label(one), label(other)])}</span>
        </SubmitButton>
      </CommandForm>
    </li>
  );
}

function MergeItem({ merge, areas }: { merge: Merge; areas: Area[] }) {
  const { t, href, formats } = usePage();
  const label = usePersonLabel(areas);
  return (
    <li className="result">
      <h3>
        <Link to={href(`/work/merges/${merge.mergeId}`)}>
          <Bdi>{formats.list([label(merge.kept), label(merge.other)])}</Bdi>
        </Link>
      </h3>
      <p>
        <StatusBadge
          tone={merge.status === 'requested' ? 'attention' : 'done'}
          label={t(`people.mergeStatus.${merge.status}`)}
        />{' '}
        {merge.status === 'requested' ? (
          <>
            {t(merge.isMine ? 'people.merge.mine_until' : 'people.merge.until')} <DateText value={merge.expiresAt} />
          </>
        ) : (
          <DateText value={merge.requestedAt} />
        )}
      </p>
    </li>
  );
}

/** Two records that may be one person: found by rule, judged by two people. */
export default function DuplicatesPage() {
  const { pairs, merges, hasMore, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('people.duplicates.title')} lead={<p>{t('people.duplicates.lead')}</p>} />
      <RefusalNotice title={t('people.names.not_done')} shownForms={[]} />
      {merges.length === 0 ? null : (
        <section>
          <h2>{t('people.duplicates.merges')}</h2>
          <ul className="results">
            {merges.map((merge) => (
              <MergeItem key={merge.mergeId} merge={merge} areas={areas} />
            ))}
          </ul>
        </section>
      )}
      <h2>{t('people.duplicates.pairs')}</h2>
      {pairs.length === 0 ? (
        <EmptyState title={t('people.duplicates.none')} />
      ) : (
        <ul className="results">
          {pairs.map((pair) => (
            <PairItem key={pair.people.map(({ personId }) => personId).join(' ')} pair={pair} areas={areas} />
          ))}
        </ul>
      )}
      {hasMore ? <p>{t('people.duplicates.more')}</p> : null}
    </>
  );
}
