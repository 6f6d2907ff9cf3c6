import { directionOf, type InputOf } from '@qantara/kernel';
import { todayOf } from '@qantara/indicators/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateField,
  DateText,
  LineChart,
  LocalText,
  NumberField,
  PageTitle,
  StatusBadge,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
  type StatusTone,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type ItemId, type Review, type ReviewedTarget } from '../../contract/index.ts';
import planCss from '../plan.css?url';

export const handle: PageHandle = { formId: 'review' };

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

const idsOf = (params: LoaderFunctionArgs['params']) => ({
  itemId: (params['itemId'] ?? '') as ItemId,
  targetId: params['targetId'] ?? '',
});

/** A target with its figures and the looks at it so far. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return { reviewed: await apiOf(context, planRoutes).listReviews(idsOf(params)), today: todayOf(context) };
}

/** Writes down a look at the figure. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const typed: Record<string, unknown> = { ...values.toObject(), ...idsOf(params) };
    await apiOf(context, planRoutes).addReview(typed as InputOf<typeof planRoutes.addReview>, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

const TONES: Record<Review['turn'], StatusTone> = {
  turned: 'done',
  worse: 'attention',
  unclear: 'neutral',
  too_few: 'waiting',
};

/** What is, and what would be if nothing changed, year by year. */
function Curve({ reviewed, review }: { reviewed: ReviewedTarget; review: Review | null }) {
  const { t } = usePage();
  const forecast = review?.forecast ?? [];
  const years = [...new Set([...reviewed.actual, ...forecast].map(({ year }) => year))].toSorted((a, b) => a - b);
  const series = (key: string, label: string, points: readonly { year: number; value: number | null }[]) => ({
    key,
    label,
    points: years.map((year) => ({
      key: String(year),
      label: String(year),
      value: points.find((point) => point.year === year)?.value ?? null,
    })),
  });
  return (
    <LineChart
      caption={t('plan.review.curve')}
      series={[
        series('actual', t('plan.review.actual'), reviewed.actual),
        ...(review === null ? [] : [series('forecast', t('plan.review.forecast'), forecast)]),
      ]}
      target={reviewed.goal}
      style={reviewed.indicator.unit === 'ratio' ? 'percent' : 'number'}
    />
  );
}

const PARTS = ['story', 'partners', 'whatWorks', 'nextSteps'] as const satisfies (keyof Review)[];

function OneReview({ review }: { review: Review }) {
  const { t } = usePage();
  return (
    <section>
      <h3>
        <DateText value={review.heldOn} style="date" />{' '}
        <StatusBadge tone={TONES[review.turn]} label={t(`plan.turn.${review.turn}`)} />
      </h3>
      <dl className="plan-logic-list">
        {PARTS.filter((part) => review[part] !== '').map((part) => (
          <div key={part}>
            <dt>{t(`plan.review.${part}`)}</dt>
            <dd lang={review.locale} dir={directionOf(review.locale)} className="plan-words">
              {review[part]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const YEARS_AHEAD = 4;

function NewReview({ today }: { today: string }) {
  const { t, locale } = usePage();
  const year = Number(today.slice(0, 4));
  return (
    <CommandForm id="review">
      <input type="hidden" name="locale" value={locale} />
      <DateField name="heldOn" label={t('plan.field.heldOn')} defaultValue={today} required />
      <fieldset className="plan-row">
        <legend>{t('plan.review.forecast')}</legend>
        <p className="hint">{t('plan.review.forecast_hint')}</p>
        {Array.from({ length: YEARS_AHEAD }, (_, at) => (
          <div key={at}>
            <input type="hidden" name={`forecast.${at}.year`} value={year + at} />
            <NumberField name={`forecast.${at}.value`} label={String(year + at)} decimals />
          </div>
        ))}
      </fieldset>
      {PARTS.map((part) => (
        <TextArea
          key={part}
          name={part}
          label={t(`plan.review.${part}`)}
          hint={t(`plan.review.${part}_hint`)}
          rows={3}
          required={part === 'story' || part === 'nextSteps'}
        />
      ))}
      <SubmitButton>{t('plan.review.save')}</SubmitButton>
    </CommandForm>
  );
}

/** A figure looked at together: where it would be if nothing changed, the story behind it, and what will be done. */
export default function ReviewsPage() {
  const { reviewed, today } = useLoaderData<typeof loader>();
  const { t, text, can } = usePage();
  const first = reviewed.reviews.at(-1) ?? null;
  return (
    <>
      <Breadcrumbs
        items={[
          {
            path: `/plan/manage?planId=${reviewed.planId}#i${reviewed.number}`,
            label: text(reviewed.planName).text,
          },
        ]}
      />
      <PageTitle
        title={text(reviewed.indicator.name).text}
        eyebrow={<LocalText value={reviewed.title} quiet />}
        lead={<p>{t('plan.review.lead')}</p>}
      />
      <Curve reviewed={reviewed} review={first} />
      {reviewed.reviews.length === 0 ? <p>{t('plan.review.none')}</p> : null}
      {reviewed.reviews.map((review) => (
        <OneReview key={review.reviewId} review={review} />
      ))}
      {can('plan:write') && reviewed.isOpen ? (
        <>
          <h2>{t('plan.review.new')}</h2>
          <NewReview today={today} />
        </>
      ) : null}
    </>
  );
}
