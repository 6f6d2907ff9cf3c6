import { Refusal, type InputOf } from '@qantara/kernel';
import { answerForm, apiOf, CommandForm, LocalText, Notice, PageTitle, SubmitButton, usePage } from '@qantara/ui';
import { data, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { NewsFacts } from './NewsFacts.tsx';
import { NewsFields } from './NewsFields.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

const NOT_VALID = new Set(['owner_link_not_valid', 'invalid_input']);

/** What the link asks, or nothing where it is no longer valid. Looking changes nothing. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  try {
    return data({ asked: await apiOf(context, planRoutes).lookAtOwnerLink({ token: params['token'] ?? '' }) });
  } catch (fault) {
    if (fault instanceof Refusal && NOT_VALID.has(fault.code)) return data({ asked: null }, { status: 404 });
    throw fault;
  }
}

/** Takes the owner's word, over the version that was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const token = params['token'] ?? '';
    const input = { ...values.toObject(), token } as InputOf<typeof planRoutes.tellByOwnerLink>;
    await apiOf(context, planRoutes).tellByOwnerLink(input, { commandId });
    return redirect(`/${params['locale']}/tell/${token}?said=yes`);
  });
}

/** One node of a plan for whoever answers for it and has no account: how it goes, in two minutes. Works without script. */
export default function TellPage() {
  const { asked } = useLoaderData<typeof loader>();
  const { t, text, search } = usePage();
  if (asked === null) return <PageTitle title={t('plan.tell.gone')} lead={<p>{t('plan.tell.gone_text')}</p>} />;
  const isSaid = new URLSearchParams(search).get('said') === 'yes';
  return (
    <>
      <meta name="robots" content="noindex" />
      <PageTitle
        title={`${asked.number} ${text(asked.title).text}`}
        eyebrow={<LocalText value={asked.planName} quiet />}
        lead={<p>{t('plan.tell.lead')}</p>}
      />
      {isSaid ? (
        <Notice kind="success" isNews>
          <p>{t('plan.tell.thanks')}</p>
        </Notice>
      ) : null}
      {asked.leadName === null ? null : (
        <p>
          {t('plan.item.lead')} <LocalText value={asked.leadName} quiet />
        </p>
      )}
      <NewsFacts asked={asked} />
      <CommandForm id="tell" words="plan">
        <NewsFields asked={asked} />
        <SubmitButton>{t('plan.tell.send')}</SubmitButton>
      </CommandForm>
      <p className="hint">{t('plan.tell.secret')}</p>
    </>
  );
}
