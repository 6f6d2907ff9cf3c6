import {
  apiOf,
  Filters,
  LocalText,
  Notice,
  PageTitle,
  Pagination,
  ResultItem,
  ResultList,
  searchWith,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { directoryRoutes, type FoundServices, type Need } from '../contract/index.ts';
import { NothingFound } from './NothingFound.tsx';
import servicesCss from './services.css?url';
import { ServiceLines } from './ServiceLines.tsx';

/** The look of lists of services. */
export function links() {
  return [{ rel: 'stylesheet', href: servicesCss }];
}

/** An address that somebody mistyped or shortened finds what it can rather than an error. */
function askedIn(request: Request) {
  const query = new URL(request.url).searchParams;
  const fitting = (name: string, pattern: RegExp) => pattern.exec(query.get(name) ?? '')?.[0] ?? '';
  return {
    words: fitting('words', /^[^]{0,200}/).trim(),
    needCode: fitting('needCode', /^[a-z_]{1,40}$/),
    areaId: fitting('areaId', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    page: Math.min(Number(fitting('page', /^[1-9]\d{0,2}$/) || 1), 500),
  };
}

/** What was found, and what can be chosen. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = askedIn(request);
  const api = apiOf(context, directoryRoutes);
  const found = await api.findServices(asked);
  const { needs } = await api.listNeeds({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { asked, found, needs, areas, now: new Date().toISOString() };
}

function Needs({ needs, chosen }: { needs: Need[]; chosen: string }) {
  const { t, search } = usePage();
  return (
    <nav className="needs" aria-label={t('directory.search.needs')}>
      <h2>{t('directory.search.needs')}</h2>
      <ul>
        {needs.map(({ needCode, name }) => (
          <li key={needCode}>
            <Link
              to={searchWith(search, { needCode: needCode === chosen ? null : needCode })}
              aria-current={needCode === chosen ? 'true' : undefined}
            >
              <LocalText value={name} quiet />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Heading({ found, need }: { found: FoundServices; need: Need | undefined }) {
  const { t } = usePage();
  const count = found.total === null ? t('directory.search.many') : t('directory.search.count', { count: found.total });
  return (
    <h2 id="found">
      {count}
      {need === undefined ? null : (
        <>
          {' · '}
          <LocalText value={need.name} quiet />
        </>
      )}
    </h2>
  );
}

function Found({ found, need, now }: { found: FoundServices; need: Need | undefined; now: string }) {
  const { t, href } = usePage();
  return (
    <section aria-labelledby="found">
      <Heading found={found} need={need} />
      {found.reading === 'all_words' ? null : (
        <Notice>
          <p>{found.reading === 'corrected' ? t('directory.search.corrected') : t('directory.search.any_word')}</p>
        </Notice>
      )}
      <ResultList label={t('directory.search.results')}>
        {found.items.map((card) => (
          <ResultItem
            key={card.serviceId}
            to={href(`/services/${card.serviceId}`)}
            title={<LocalText value={card.name} quiet />}
          >
            <ServiceLines card={card} now={now} />
          </ResultItem>
        ))}
      </ResultList>
      <Pagination {...found} />
    </section>
  );
}

/** Finding help: by words, by need, by place, without script and without an account. */
export default function ServicesPage() {
  const { asked, found, needs, areas, now } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const need = needs.find(({ needCode }) => needCode === asked.needCode);
  return (
    <>
      <PageTitle title={t('directory.search.title')} lead={<p>{t('directory.search.lead')}</p>} />
      <Filters
        id="search"
        label={t('directory.search.title')}
        keep={['needCode']}
        submitLabel={t('directory.search.submit')}
      >
        <TextField
          name="words"
          type="search"
          label={t('directory.field.words')}
          hint={t('directory.search.words_hint')}
          maxLength={200}
        />
        <SelectField
          name="areaId"
          label={t('directory.search.area')}
          emptyLabel={t('directory.search.anywhere')}
          options={areaChoices(areas, locale)}
        />
      </Filters>
      <Needs needs={needs} chosen={asked.needCode} />
      {found.items.length === 0 ? (
        <NothingFound found={found} asked={asked} now={now} />
      ) : (
        <Found found={found} need={need} now={now} />
      )}
    </>
  );
}
