import { isolate } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  LocalText,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import {
  Rating,
  referralsRoutes,
  WhyNot,
  type PersonWord,
  type ReferralId,
  type TellMore,
} from '../../contract/index.ts';
import { ofOwnRequest } from './own-request.ts';
import { WordList } from './WordList.tsx';

export const handle: PageHandle = { formId: 'words', safeExit: true };

/** What the person said of one thing that was asked for them; what they never answered is asked on the page of the request. */
export async function loader(given: LoaderFunctionArgs) {
  const { context, params } = given;
  const referralId = (params['referralId'] ?? '') as ReferralId;
  const words = await ofOwnRequest(given, () => apiOf(context, referralsRoutes).getMyWords({ referralId }));
  if (words.said.length === 0) throw redirect(`/${params['locale']}/follow`);
  return words;
}

/** Keeps how the help was, or why it did not come. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = { ...values.toObject(), referralId: (params['referralId'] ?? '') as ReferralId } as TellMore;
    await apiOf(context, referralsRoutes).tellMore(given, { commandId });
    return redirect(`/${params['locale']}/follow?thanks`);
  });
}

/** The best first: whoever is content answers with the first touch. */
const BEST_FIRST = Rating.options.toReversed();

function Questions({ last }: { last: PersonWord }) {
  const { t } = usePage();
  return (
    <CommandForm id="words" action="?">
      {last.confirmation === 'not_helped' ? null : (
        <RadioGroup
          name="rating"
          label={t('referrals.field.rating')}
          options={BEST_FIRST.map((value) => ({ value, label: t(`referrals.rating.${value}`) }))}
          defaultValue={last.rating}
        />
      )}
      {last.confirmation === 'helped' ? null : (
        <RadioGroup
          name="whyNot"
          label={t('referrals.field.whyNot')}
          options={WhyNot.options.map((value) => ({ value, label: t(`referrals.why_not.${value}`) }))}
          defaultValue={last.whyNot}
        />
      )}
      <TextArea
        name="words"
        label={t('referrals.words.own')}
        hint={t('referrals.words.own_hint')}
        rows={3}
        maxLength={1000}
        defaultValue={last.words ?? undefined}
      />
      <SubmitButton>{t('referrals.words.send')}</SubmitButton>
    </CommandForm>
  );
}

/** What was said before, so that nobody wonders whether it was kept. */
function Earlier({ said }: { said: PersonWord[] }) {
  const { t } = usePage();
  if (said.length === 0) return null;
  return (
    <details>
      <summary>{t('referrals.words.earlier')}</summary>
      <WordList said={said} />
    </details>
  );
}

/** How the help was, or why it did not come: as much as the person likes to say. */
export default function WordsPage() {
  const { needName, organisationName, said } = useLoaderData<typeof loader>();
  const { t, href, text } = usePage();
  const [last, ...earlier] = said;
  const organisation = isolate(
    organisationName === null ? t('referrals.follow.partners') : text(organisationName).text,
  );
  if (last === undefined) return null;
  return (
    <>
      <PageTitle
        title={t('referrals.words.title')}
        eyebrow={<LocalText value={needName} quiet />}
        lead={
          <>
            <p>{t('referrals.follow.you_said', { answer: t(`referrals.confirmation.${last.confirmation}`) })}</p>
            <p>{t('referrals.words.lead', { organisation })}</p>
          </>
        }
      />
      <Questions last={last} />
      <Earlier said={earlier} />
      <p className="actions">
        <ButtonLink to={href('/follow')}>{t('referrals.words.nothing_more')}</ButtonLink>
      </p>
    </>
  );
}
