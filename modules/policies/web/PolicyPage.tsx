import { needPermission } from '@qantara/identity/web';
import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  DateField,
  DateText,
  DescriptionList,
  LocalizedTextField,
  LocalText,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { policiesRoutes, type Policy, type PolicyId } from '../contract/index.ts';
import { stagesAfter } from '../domain/index.ts';
import { PositionBadge, StageBadge } from './PolicyBadges.tsx';
import { PolicyLinks } from './PolicyLinks.tsx';
import { ServedItems } from './ServedItems.tsx';

export const handle: PageHandle = { formId: 'move' };

/** The text, whole. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'policy:read');
  return apiOf(context, policiesRoutes).getPolicy({ policyId: (params['policyId'] ?? '') as PolicyId });
}

/** Writes the stage that it reached. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = { ...values.toObject(), policyId: params['policyId'] };
    await apiOf(context, policiesRoutes).movePolicy(input as InputOf<typeof policiesRoutes.movePolicy>, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

function MoveForm({ policy }: { policy: Policy }) {
  const { t } = usePage();
  const after = stagesAfter(policy.stage);
  if (after.length === 0) return null;
  return (
    <>
      <h2>{t('policies.move')}</h2>
      <CommandForm id="move">
        <input type="hidden" name="version" value={policy.version} />
        <RadioGroup
          name="stage"
          label={t('policies.field.stage')}
          options={after.map((value) => ({ value, label: t(`policies.stage.${value}`) }))}
          required
        />
        <DateField name="reachedOn" label={t('policies.field.reachedOn')} required />
        <LocalizedTextField name="note" label={t('policies.field.note')} rows={2} />
        <SubmitButton>{t('policies.move_do')}</SubmitButton>
      </CommandForm>
    </>
  );
}

function Stages({ stages }: Pick<Policy, 'stages'>) {
  const { t } = usePage();
  return (
    <ul>
      {stages.map(({ stage, reachedOn, note, saidAt }) => (
        <li key={`${stage} ${saidAt}`}>
          <DateText value={reachedOn} /> · {t(`policies.stage.${stage}`)}
          {note === null ? null : (
            <p>
              <LocalText value={note} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const textOf = (value: Policy['reasons']) => (value === null ? [] : [<LocalText key="text" value={value} />]);
const dayOf = (value: string | null) => (value === null ? [] : [<DateText key="day" value={value} />]);

function Facts({ policy }: { policy: Policy }) {
  const { t } = usePage();
  const facts = {
    kind: [t(`policies.kind.${policy.kind}`)],
    level: [t(`policies.level.${policy.level}`)],
    body: textOf(policy.body),
    changes: textOf(policy.changes),
    reasons: textOf(policy.reasons),
    decidedBy: textOf(policy.decidedBy),
    decidedOn: dayOf(policy.decidedOn),
    nextOn: dayOf(policy.nextOn),
    nextStep: textOf(policy.nextStep),
    isPublic: [t(policy.isPublic ? 'policies.is_public' : 'policies.is_ours')],
  };
  return (
    <DescriptionList
      items={Object.entries(facts).flatMap(([name, [value]]) =>
        value === undefined ? [] : [{ label: t(`policies.field.${name}`), value }],
      )}
    />
  );
}

/** One text: what it changes, how far it is, what we say of it and why, and which nodes of plans it serves. */
export default function PolicyPage() {
  const policy = useLoaderData<typeof loader>();
  const { t, text, can, href } = usePage();
  const mayWrite = can('policy:write');
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/policies', label: t('policies.title') }]} />
      <PageTitle
        title={text(policy.title).text}
        lead={
          <p>
            <StageBadge stage={policy.stage} /> <PositionBadge position={policy.position} />
          </p>
        }
      />
      {mayWrite ? (
        <ButtonLink to={href(`/work/policies/${policy.policyId}/edit`)}>{t('policies.edit')}</ButtonLink>
      ) : null}
      <Facts policy={policy} />
      {policy.serves.length === 0 ? null : (
        <>
          <h2>{t('policies.serves')}</h2>
          <ServedItems items={policy.serves} pathOf={({ planId }) => `/plan/manage?planId=${planId}`} />
        </>
      )}
      <PolicyLinks links={policy.links} />
      <h2>{t('policies.history')}</h2>
      <Stages stages={policy.stages} />
      {mayWrite ? <MoveForm policy={policy} /> : null}
    </>
  );
}
