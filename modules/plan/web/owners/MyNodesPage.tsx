import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  EmptyState,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type AskedNode } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { NewsFacts } from './NewsFacts.tsx';
import { NewsFields } from './NewsFields.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** What this colleague answers for. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, planRoutes).listOwnNodes({});
}

/** Takes a colleague's word on one of their nodes. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof planRoutes.tellOwnNode>;
    await apiOf(context, planRoutes).tellOwnNode(input, { commandId });
    return redirect(`${new URL(request.url).pathname}?said=yes`);
  });
}

function OwnNode({ asked }: { asked: AskedNode }) {
  const { t } = usePage();
  const id = `tell-${asked.itemId}`;
  return (
    <section>
      <h2>
        <span className="plan-number">{asked.number}</span> <LocalText value={asked.title} quiet />
      </h2>
      <p className="hint">
        <LocalText value={asked.planName} quiet />
      </p>
      <NewsFacts asked={asked} />
      <FormDetails>
        <summary>{t('plan.tell.open')}</summary>
        <CommandForm id={id} words="plan">
          <input type="hidden" name="itemId" value={asked.itemId} />
          <NewsFields asked={asked} />
          <SubmitButton>{t('plan.tell.send')}</SubmitButton>
        </CommandForm>
      </FormDetails>
    </section>
  );
}

/** The parts of plans that a colleague answers for, what is due first on top. */
export default function MyNodesPage() {
  const { nodes } = useLoaderData<typeof loader>();
  const { t, search } = usePage();
  const isSaid = new URLSearchParams(search).get('said') === 'yes';
  return (
    <>
      <PageTitle title={t('plan.mine.title')} lead={<p>{t('plan.mine.lead')}</p>} />
      {isSaid ? (
        <Notice kind="success" isNews>
          <p>{t('plan.tell.thanks')}</p>
        </Notice>
      ) : null}
      {nodes.length === 0 ? <EmptyState title={t('plan.mine.none')} /> : null}
      {nodes.map((asked) => (
        <OwnNode key={asked.itemId} asked={asked} />
      ))}
    </>
  );
}
