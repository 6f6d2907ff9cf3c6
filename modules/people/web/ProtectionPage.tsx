import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  Notice,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { RefusalNotice } from '@qantara/identity/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, RecordClass, type LiftTo, type PersonId } from '../contract/index.ts';
import { LiftingItem } from './protection/LiftingItem.tsx';

export const handle: PageHandle = { formId: 'protect' };

/** Of which class the record is, and what was asked about that. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  return { personId, ...(await apiOf(context, peopleRoutes).getProtection({ personId })) };
}

/** What any of the forms sends; the route that takes it checks what it needs. */
type Typed = InputOf<typeof peopleRoutes.protectPerson> &
  InputOf<typeof peopleRoutes.askLifting> &
  InputOf<typeof peopleRoutes.answerLifting>;

/** Protects, asks that a protection ends, answers a colleague who asked, or ends it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, peopleRoutes);
    const personId = (params['personId'] ?? '') as PersonId;
    const intent = values.text('intent');
    const typed = { ...(values.toObject() as Typed), personId };
    const send = { commandId };
    if (intent === 'protect') await api.protectPerson(typed, send);
    else if (intent === 'ask') await api.askLifting(typed, send);
    else if (intent === 'lift') await api.liftProtection(typed, send);
    else await api.answerLifting({ ...typed, agrees: intent === 'agree' }, send);
    return redirect(request.url);
  });
}

function Protect({ classes }: { classes: RecordClass[] }) {
  const { t } = usePage();
  const others = classes.filter((one) => one !== 'ordinary');
  if (others.length === 0) return <p>{t('people.protection.none_held')}</p>;
  return (
    <CommandForm id="protect">
      <RadioGroup
        name="recordClass"
        label={t('people.field.recordClass')}
        options={others.map((value) => ({
          value,
          label: t(`people.class.${value}`),
          hint: t(`people.class_means.${value}`),
        }))}
        required
      />
      <TextArea name="reason" label={t('people.field.reason')} rows={2} maxLength={1000} required />
      <SubmitButton intent="protect">{t('people.protection.protect')}</SubmitButton>
    </CommandForm>
  );
}

/** Ending a protection: a word of two. */
function Lift({ choices }: { choices: LiftTo[] }) {
  const { t } = usePage();
  if (choices.length === 0) return null;
  return (
    <section>
      <h2>{t('people.protection.lift_title')}</h2>
      <p>{t('people.protection.lift_text')}</p>
      <CommandForm id="lift">
        <RadioGroup
          name="to"
          label={t('people.field.to')}
          options={choices.map((value) => ({ value, label: t(`people.liftTo.${value}`) }))}
          required
        />
        <TextArea name="reason" label={t('people.field.reason')} rows={2} maxLength={1000} required />
        <SubmitButton intent="ask" kind="plain">
          {t('people.protection.ask')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}

/** Who may know of a record: its class, how it got it, and the word of two by which it ends. */
export default function ProtectionPage() {
  const { personId, displayName, recordClass, isRestricted, classes, liftings } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const name = displayName ?? t('people.card.unnamed');
  const isProtected = recordClass !== 'ordinary';
  const choices: LiftTo[] = [
    ...(isProtected ? RecordClass.options.filter((one) => one !== recordClass && classes.includes(one)) : []),
    ...(isRestricted ? (['findable'] as const) : []),
  ];
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${personId}`, label: name }]} />
      <PageTitle
        title={t('people.protection.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('people.protection.lead')}</p>}
      />
      <RefusalNotice title={t('people.protection.not_done')} shownForms={['protect', 'lift']} />
      <Notice title={t(`people.class.${recordClass}`)}>
        <p>{t(`people.class_means.${recordClass}`)}</p>
        {isRestricted ? <p>{t('people.restricted')}</p> : null}
      </Notice>
      {isProtected ? null : <Protect classes={classes} />}
      <Lift choices={choices} />
      {liftings.length === 0 ? null : <h2>{t('people.protection.asked')}</h2>}
      {liftings.map((one) => (
        <LiftingItem key={one.liftingId} lifting={one} />
      ))}
    </>
  );
}
