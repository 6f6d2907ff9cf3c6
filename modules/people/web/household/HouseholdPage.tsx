import { dayIn, type InputOf } from '@qantara/kernel';
import { RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  pageContext,
  PageTitle,
  ResultList,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type HouseholdId } from '../../contract/index.ts';
import { HouseholdComposition } from './HouseholdComposition.tsx';
import { LeaveForm } from './LeaveForm.tsx';
import { MemberItem } from './MemberItem.tsx';

export const handle: PageHandle = { formId: 'leave' };

const idOf = (params: Record<string, string | undefined>) => (params['householdId'] ?? '') as HouseholdId;

/** The household as far as the reader may know of each member. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const household = await apiOf(context, peopleRoutes).getHousehold({ householdId: idOf(params) });
  return { household, today: dayIn(context.get(pageContext).region.timeZone, new Date()) };
}

type Changing = InputOf<typeof peopleRoutes.changeMember>;
type Leaving = InputOf<typeof peopleRoutes.leaveHousehold>;

/** Corrects a member, or lets some leave. Whoever left without a link is gone on with by their own record. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const householdId = idOf(params);
    const api = apiOf(context, peopleRoutes);
    const at = (path: string) => redirect(`/${params['locale']}/work/${path}`);
    if (values.text('intent') === 'change') {
      const given = values.toObject() as Changing;
      await api.changeMember({ ...given, householdId }, { commandId });
      return at(`households/${householdId}`);
    }
    const left = await api.leaveHousehold({ ...(values.toObject() as Leaving), householdId }, { commandId });
    return at(left.householdId === null ? `people/${left.personId}` : `households/${left.householdId}`);
  });
}

/** One household: who is in it, of what ages, who left, and what may be done. */
export default function HouseholdPage() {
  const { household, today } = useLoaderData<typeof loader>();
  const { t, href, can } = usePage();
  const { members, former, isOurs, householdId, composition } = household;
  const mayChange = can('person:write');
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/people', label: t('people.search.title') }]} />
      <PageTitle title={t('people.household.title')} lead={<p>{t('people.household.lead')}</p>}>
        {mayChange && isOurs ? (
          <ButtonLink to={href(`/work/households/${householdId}/add`)} kind="action">
            {t('people.household.add')}
          </ButtonLink>
        ) : null}
      </PageTitle>
      <RefusalNotice title={t('people.household.not_done')} shownForms={['leave']} />
      {members.length === 0 ? (
        <p>{t('people.household.nobody')}</p>
      ) : (
        <ResultList label={t('people.household.title')}>
          {members.map((member) => (
            <MemberItem key={member.membershipId} member={member} mayChange={mayChange} />
          ))}
        </ResultList>
      )}
      {members.length === 0 ? null : <HouseholdComposition composition={composition} />}
      {former.length === 0 ? null : (
        <section>
          <h2>{t('people.household.were_here')}</h2>
          <ResultList label={t('people.household.were_here')}>
            {former.map((member) => (
              <MemberItem key={member.membershipId} member={member} mayChange={false} />
            ))}
          </ResultList>
        </section>
      )}
      {mayChange ? <LeaveForm household={household} today={today} /> : null}
    </>
  );
}
