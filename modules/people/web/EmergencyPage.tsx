import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DateText,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type GlassId } from '../contract/index.ts';
import { birthText } from './words/birth-text.ts';
import { languageName } from './words/language-name.ts';
import { SafeContact } from './safe-contact/SafeContact.tsx';

/** The record behind one's own emergency opening, while it lasts. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return apiOf(context, peopleRoutes).getGlass({ glassId: (params['glassId'] ?? '') as GlassId });
}

/** Ends the opening. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (_values, commandId) => {
    const glassId = (params['glassId'] ?? '') as GlassId;
    await apiOf(context, peopleRoutes).closeGlass({ glassId }, { commandId });
    return redirect(`/${params['locale']}/work/emergencies`);
  });
}

function Facts() {
  const { names, displayName, birth, languages, needsInterpreter, stewardName } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  const others = names.filter(({ words }) => words !== displayName);
  const born = birthText(birth, { t, formats });
  return (
    <DescriptionList
      dense
      items={[
        {
          label: t('people.emergency.steward'),
          value: stewardName === null ? null : <LocalText value={stewardName} quiet />,
        },
        {
          label: t('people.merge.names'),
          value: others.length === 0 ? null : <Bdi>{others.map(({ words }) => words).join(' · ')}</Bdi>,
        },
        { label: t('people.form.birth'), value: born === null ? null : <Bdi>{born}</Bdi> },
        {
          label: t('people.field.languages'),
          value: languages.length === 0 ? null : languages.map((one) => languageName(one, t)).join(' · '),
        },
        ...(needsInterpreter ? [{ label: t('people.field.needsInterpreter'), value: t('people.merge.yes') }] : []),
      ]}
    />
  );
}

/** What an emergency shows: who it is, how to reach them safely, and who looks after them. */
export default function EmergencyPage() {
  const { glass, displayName, safeContact } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/emergencies', label: t('people.emergency.title') }]} />
      <PageTitle title={displayName ?? t('people.card.unnamed')} eyebrow={t('people.emergency.eyebrow')} />
      <Notice kind="warning" title={t('people.emergency.told')}>
        <p>
          {t('people.emergency.until')} <DateText value={glass.until} style="dateTime" />
        </p>
        <p dir="auto">{glass.reason}</p>
      </Notice>
      <SafeContact contact={safeContact} />
      <Facts />
      <CommandForm id="close">
        <SubmitButton kind="plain">{t('people.emergency.close')}</SubmitButton>
      </CommandForm>
    </>
  );
}
