import { needPermission } from '@qantara/identity/web';
import { apiOf, Breadcrumbs, EmptyState, LocalText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { partnershipRoutes, type Tie, type TiedOrganisation } from '../contract/index.ts';
import partnershipCss from './partnership.css?url';
import { PartnershipLinks } from './PartnershipLinks.tsx';
import { TiesDrawing } from './TiesDrawing.tsx';

/** What only this drawing needs of style. */
export function links() {
  return [{ rel: 'stylesheet', href: partnershipCss }];
}

/** Everybody who is tied to somebody, numbered, and what ties them. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'governance:write');
  const { organisations, ties, untied, common } = await apiOf(context, partnershipRoutes).getTies({});
  const alone = new Set(untied);
  const tied = organisations.filter(({ organisationId }) => !alone.has(organisationId));
  return { tied, alone: organisations.filter(({ organisationId }) => alone.has(organisationId)), ties, common };
}

type Numbered = TiedOrganisation & { number: number };

/** What ties two, in words. */
function useTieWords(): (tie: Tie) => string {
  const { t, text, formats } = usePage();
  return ({ isParent, agreements, bodies, referrals }) => {
    const words = [
      ...(isParent ? [t('partnership.ties.parent')] : []),
      ...(agreements === 0 ? [] : [t('partnership.ties.agreements', { count: agreements })]),
      ...bodies.map((name) => text(name).text),
      ...(referrals === 0
        ? []
        : [referrals === null ? t('partnership.ties.few') : t('partnership.ties.referrals', { count: referrals })]),
    ];
    return formats.list(words);
  };
}

function OneOrganisation({ one, ties, numbered }: { one: Numbered; ties: Tie[]; numbered: Map<string, Numbered> }) {
  const { t, formats } = usePage();
  const wordsOf = useTieWords();
  const own = ties.filter(({ oneId, otherId }) => oneId === one.organisationId || otherId === one.organisationId);
  return (
    <li>
      <details>
        <summary>
          <bdi>{formats.number(one.number)}.</bdi> <LocalText value={one.name} quiet /> ·{' '}
          {t('partnership.ties.count', { count: own.length })}
        </summary>
        <ul>
          {own.map((tie) => {
            const other = numbered.get(tie.oneId === one.organisationId ? tie.otherId : tie.oneId);
            return other === undefined ? null : (
              <li key={other.organisationId}>
                <bdi>{formats.number(other.number)}.</bdi> <LocalText value={other.name} quiet />
                <br />
                <span className="hint">
                  <bdi>{wordsOf(tie)}</bdi>
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </li>
  );
}

/** The map of who is tied to whom (D3.1): a drawing, the same as a table, and who stands alone. */
export default function TiesPage() {
  const { tied, alone, ties, common } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const numbered = new Map(tied.map((one, index) => [one.organisationId, { ...one, number: index + 1 }]));
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('partnership.crumb.governance') }]} />
      <PageTitle title={t('partnership.ties.title')} lead={<p>{t('partnership.ties.lead')}</p>} />
      <PartnershipLinks />
      {common.agreements === 0 ? null : <p>{t('partnership.ties.common', common)}</p>}
      <TiesDrawing organisations={tied} ties={ties} />
      <p>
        <Link to={href('/work/partnership/ties.csv')} reloadDocument>
          {t('partnership.csv')}
        </Link>
      </p>
      <h2>{t('partnership.ties.table')}</h2>
      {ties.length === 0 ? <EmptyState title={t('partnership.ties.none')} /> : null}
      <ul className="plain-list">
        {[...numbered.values()].map((one) => (
          <OneOrganisation key={one.organisationId} one={one} ties={ties} numbered={numbered} />
        ))}
      </ul>
      <h2>{t('partnership.ties.alone')}</h2>
      <p>{t('partnership.ties.alone_text', { count: alone.length })}</p>
      <ul>
        {alone.map(({ organisationId, name }) => (
          <li key={organisationId}>
            <LocalText value={name} quiet />
          </li>
        ))}
      </ul>
    </>
  );
}
