import type { InputOf } from '@qantara/kernel';
import { answerForm, apiOf, CommandForm, Notice, PageTitle, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import type { ReactNode } from 'react';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type ItemId, type Section } from '../../contract/index.ts';
import { sectionsOf } from '../../domain/index.ts';
import { OwnerLinks, takeLinkStep } from '../owners/OwnerLinks.tsx';
import { StoryOfNode } from '../owners/StoryOfNode.tsx';
import planCss from '../plan.css?url';
import { PlanTrail } from '../write/PlanTrail.tsx';
import { AboutFields } from './AboutFields.tsx';
import { loadDetails, type DetailChoices } from './load-details.ts';
import { EvidenceFields, LogicFields, ProgrammeFields } from './ReasonFields.tsx';
import { useDetailLabels } from './use-detail-labels.ts';
import { BudgetFields, MilestoneFields, PartnerFields } from './WorkFields.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** The node with its details, and what may be chosen. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return loadDetails(context, params);
}

/** Writes one part of the details, or makes and ends an owner's link. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const itemId = (params['itemId'] ?? '') as ItemId;
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, planRoutes);
    const linked = await takeLinkStep(api, values, { itemId, commandId });
    if (linked !== null) return linked;
    const typed: Record<string, unknown> = { ...values.toObject(), itemId };
    const input = typed as InputOf<typeof planRoutes.saveDetails>;
    await api.saveDetails(input, { commandId });
    return redirect(`${new URL(request.url).pathname}?saved=${input.section}#part-${input.section}`);
  });
}

const FIELDS: Record<Section, (given: { choices: DetailChoices }) => ReactNode> = {
  about: AboutFields,
  partners: PartnerFields,
  milestones: MilestoneFields,
  budget: BudgetFields,
  programmes: ProgrammeFields,
  evidence: EvidenceFields,
  logic: LogicFields,
};

/** How many entries a part holds already, to be seen before it is opened. */
function countIn({ details }: DetailChoices['written'], section: Section): number {
  if (section === 'about') return details.populations.length + details.factors.length + details.areaIds.length;
  if (section === 'logic') return Object.values(details.logic).flat().length;
  return details[section].length;
}

function Part({ section, choices }: { section: Section; choices: DetailChoices }) {
  const { t, search } = usePage();
  const id = `details-${section}`;
  const isSaved = new URLSearchParams(search).get('saved') === section;
  const Fields = FIELDS[section];
  return (
    <FormDetails id={`part-${section}`} className="plan-part" open={isSaved}>
      <summary>
        {t(`plan.section.${section}`)}{' '}
        <small>{t('plan.details.count', { count: countIn(choices.written, section) })}</small>
      </summary>
      {isSaved ? (
        <Notice kind="success" isNews>
          <p>{t('plan.details.saved')}</p>
        </Notice>
      ) : null}
      <CommandForm id={id} labels={useDetailLabels()}>
        <input type="hidden" name="version" value={choices.written.version} />
        <input type="hidden" name="section" value={section} />
        <Fields choices={choices} />
        <SubmitButton>{t('plan.write.save')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}

/** All that a node says beside its words, part by part, with its story and its owner's links. */
export default function DetailsPage() {
  const choices = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const { plan, item, written } = choices;
  const isOpen = plan.state !== 'archived';
  return (
    <>
      <PlanTrail plan={plan} />
      <PageTitle title={`${item.number} ${text(item.title).text}`} lead={<p>{t('plan.details.lead')}</p>} />
      {isOpen
        ? sectionsOf(item.kind).map((section) => <Part key={section} section={section} choices={choices} />)
        : null}
      <h2>{t('plan.story.title')}</h2>
      <StoryOfNode news={written.news} />
      {isOpen ? <OwnerLinks links={written.links} lead={item.leadName} /> : null}
    </>
  );
}
