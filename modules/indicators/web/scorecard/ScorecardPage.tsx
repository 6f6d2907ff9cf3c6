import { listAllOrganisations } from '@qantara/organisations/web';
import { apiOf, EmptyState, Filters, LocalText, pageContext, PageTitle, SelectField, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes } from '../../contract/index.ts';
import { PeriodText } from '../PeriodText.tsx';
import { todayOf } from '../today-of.ts';
import scorecardCss from './scorecard.css?url';
import { EntriesToMend, ScorecardFigures, WaitingNow } from './ScorecardFigures.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: scorecardCss }];
}

/** The sheet of one's own organisation, or of the one that whoever compares partners chose. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { account } = context.get(pageContext);
  const compares = account?.permissions.includes('scorecard:compare') === true;
  const organisationId = new URL(request.url).searchParams.get('organisationId') ?? '';
  const partners = compares
    ? (await listAllOrganisations(context)).filter(({ receivesReferrals }) => receivesReferrals)
    : [];
  const isChosen = organisationId !== '' || !compares;
  const card = isChosen ? await apiOf(context, indicatorsRoutes).getScorecard({ organisationId }) : null;
  return { card, partners, today: todayOf(context) };
}

/** How a partner's work with referrals goes, on one page that prints: what it was asked, what it answered, and what to do next. */
export default function ScorecardPage() {
  const { card, partners, today } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <div className="scorecard">
      <PageTitle
        title={t('indicators.scorecard.title')}
        eyebrow={card === null ? undefined : <LocalText value={card.organisationName} quiet />}
        lead={
          card === null ? <p>{t('indicators.scorecard.choose')}</p> : <PeriodText period={card.period} today={today} />
        }
      />
      {partners.length === 0 ? null : (
        <div className="scorecard-chooser">
          <Filters
            id="scorecard"
            label={t('indicators.scorecard.partner')}
            submitLabel={t('indicators.figures.show')}
            inline
          >
            <SelectField
              name="organisationId"
              label={t('indicators.scorecard.partner')}
              options={partners.map(({ organisationId, name }) => ({ value: organisationId, label: text(name).text }))}
              emptyLabel={t('indicators.scorecard.choose_one')}
            />
          </Filters>
        </div>
      )}
      {card === null ? (
        <EmptyState title={t('indicators.scorecard.choose')} />
      ) : (
        <>
          <section>
            <h2>{t('indicators.scorecard.next')}</h2>
            <ol className="scorecard-next">
              {card.next.map((step) => (
                <li key={step}>{t(`indicators.next.${step}`)}</li>
              ))}
            </ol>
          </section>
          <WaitingNow card={card} />
          <ScorecardFigures card={card} />
          <EntriesToMend card={card} />
          <p className="hint">{t('indicators.scorecard.alone')}</p>
        </>
      )}
    </div>
  );
}
