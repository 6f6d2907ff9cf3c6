import { ButtonLink, EmptyState, LocalText, ResultItem, ResultList, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { FoundServices } from '../../contract/index.ts';
import { addressOf, widened, type AskedSearch } from './asked-search.ts';
import { ServiceLines } from './ServiceLines.tsx';

/** No dead end: what to ask instead, whom to call, and a person who looks along. */
export function NothingFound({ found, asked, now }: { found: FoundServices; asked: AskedSearch; now: string }) {
  const { t, href } = usePage();
  const isUnknownPostcode = asked.postcode !== undefined && asked.latitude === undefined && found.place === null;
  return (
    <>
      <EmptyState title={t('directory.nothing.title')}>
        {isUnknownPostcode ? (
          <p>{t('directory.nothing.postcode', { postcode: asked.postcode ?? '' })}</p>
        ) : (
          <p>{t('directory.nothing.text')}</p>
        )}
        <p className="actions">
          <ButtonLink to={href('/ask')} kind="action">
            {t('directory.nothing.ask')}
          </ButtonLink>
          <Link to={href('/suggest')}>{t('directory.upkeep.missing')}</Link>
        </p>
      </EmptyState>
      {found.wider.length === 0 ? null : (
        <section aria-labelledby="wider">
          <h2 id="wider">{t('directory.nothing.wider')}</h2>
          <ul className="wider">
            {found.wider.map((wider) => {
              const { kind, filter } = widened(asked, wider);
              return (
                <li key={wider.without.join(' ')}>
                  <Link to={addressOf(asked, wider.without)}>
                    {kind === 'only' ? t(`directory.wider_only.${filter}`) : t(`directory.wider.${filter}`)}
                  </Link>{' '}
                  {wider.total > 100
                    ? t('directory.search.counted_many')
                    : t('directory.search.counted', { count: wider.total })}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {found.callNow.length === 0 ? null : (
        <section aria-labelledby="call-now">
          <h2 id="call-now">{t('directory.nothing.call')}</h2>
          <ResultList label={t('directory.nothing.call')}>
            {found.callNow.map((card) => (
              <ResultItem
                key={card.serviceId}
                to={href(`/services/${card.serviceId}`)}
                title={<LocalText value={card.name} quiet />}
              >
                <ServiceLines card={card} now={now} />
              </ResultItem>
            ))}
          </ResultList>
        </section>
      )}
    </>
  );
}
