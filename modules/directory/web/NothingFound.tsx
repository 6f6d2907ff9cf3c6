import { ButtonLink, EmptyState, LocalText, ResultItem, ResultList, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { FoundServices } from '../contract/index.ts';
import { ServiceLines } from './ServiceLines.tsx';
import { widerAddress, widerKey, type AskedSearch } from './wider-search.ts';

/** No dead end: what to ask instead, whom to call, and a person who looks along. */
export function NothingFound({ found, asked, now }: { found: FoundServices; asked: AskedSearch; now: string }) {
  const { t, href } = usePage();
  return (
    <>
      <EmptyState title={t('directory.nothing.title')}>
        <p>{t('directory.nothing.text')}</p>
        <p className="actions">
          <ButtonLink to={href('/ask')} kind="action">
            {t('directory.nothing.ask')}
          </ButtonLink>
        </p>
      </EmptyState>
      {found.wider.length === 0 ? null : (
        <section aria-labelledby="wider">
          <h2 id="wider">{t('directory.nothing.wider')}</h2>
          <ul>
            {found.wider.map((wider) => (
              <li key={widerAddress(wider)}>
                <Link to={widerAddress(wider)}>{t(`directory.wider.${widerKey(asked, wider)}`)}</Link>{' '}
                {t('directory.wider.count', { count: Math.min(wider.total, 1000) })}
              </li>
            ))}
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
