import { textIn, type Locale } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { RefusalNotice } from '@qantara/identity/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type Keeper, type PersonId } from '../contract/index.ts';

export const handle: PageHandle = { formId: 'keeper' };

/** Who looks after the person, and who else may. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  return { personId, ...(await apiOf(context, peopleRoutes).listKeepers({ personId })) };
}

/** Gives the person to a colleague or a team, or takes them back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, peopleRoutes);
    const given = { personId: (params['personId'] ?? '') as PersonId, circleId: values.text('circleId') ?? '' };
    if (values.text('intent') === 'end') await api.endKeeping(given, { commandId });
    else await api.giveToKeeper(given, { commandId });
    return redirect(request.url);
  });
}

/** A colleague has one name, a team and an organisation one in each language. */
function nameOf({ name }: Keeper, locale: Locale): string {
  return typeof name === 'string' ? name : textIn(name, locale).text;
}

function KeeperItem({ keeper }: { keeper: Keeper }) {
  const { t, locale } = usePage();
  const { circleId, kind } = keeper;
  const name = nameOf(keeper, locale);
  return (
    <li className="result">
      <h3>
        <Bdi>{name}</Bdi>
      </h3>
      <p>{t(`people.keeper.${kind}`)}</p>
      {kind === 'organisation' ? null : (
        <CommandForm id={`end-${circleId}`} className="one-button">
          <input type="hidden" name="circleId" value={circleId} />
          <SubmitButton intent="end" kind="plain">
            {t('people.keepers.end')} <span className="vh">{name}</span>
          </SubmitButton>
        </CommandForm>
      )}
    </li>
  );
}

/** Who looks after a person: the organisation, and whom of it they were given to. */
export default function KeepersPage() {
  const { personId, displayName, keepers, choices } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const name = displayName ?? t('people.card.unnamed');
  const others = choices.filter(({ kind }) => kind !== 'organisation');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${personId}`, label: name }]} />
      <PageTitle
        title={t('people.keepers.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('people.keepers.lead')}</p>}
      />
      <RefusalNotice title={t('people.keepers.not_done')} shownForms={['keeper']} />
      <ul className="results">
        {keepers.map((keeper) => (
          <KeeperItem key={keeper.circleId} keeper={keeper} />
        ))}
      </ul>
      {others.length === 0 ? null : (
        <CommandForm id="keeper">
          <SelectField
            name="circleId"
            label={t('people.keepers.give')}
            options={others.map((one) => ({
              value: one.circleId,
              label: `${nameOf(one, locale)} (${t(`people.keeper.${one.kind}`)})`,
            }))}
            required
          />
          <SubmitButton>{t('people.keepers.save')}</SubmitButton>
        </CommandForm>
      )}
    </>
  );
}
