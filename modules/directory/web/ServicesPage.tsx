import { apiOf, Bdi, LocalText, Notice, PageTitle, Pagination, usePage } from '@qantara/ui';
import { territoryRoutes } from '@qantara/territory/contract';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { directoryRoutes, type FoundServices, type Need } from '../contract/index.ts';
import { AlertList } from './AlertList.tsx';
import { listAlertsFor } from './list-alerts-for.ts';
import { addressOf, askedIn } from './search/asked-search.ts';
import { ChosenFilters } from './search/ChosenFilters.tsx';
import { FoundItem } from './search/FoundItem.tsx';
import { FoundMap } from './search/FoundMap.tsx';
import { NeedChoices } from './search/NeedChoices.tsx';
import { NothingFound } from './search/NothingFound.tsx';
import { SearchForm } from './search/SearchForm.tsx';
import servicesCss from './services.css?url';
import { ShareService } from './ShareService.tsx';

/** As many as an old telephone gets over a slow line in one go, map and all. */
const PER_PAGE = 7;

/** The look of lists of services. */
export function links() {
  return [{ rel: 'stylesheet', href: servicesCss }];
}

/** What was found, what can be chosen, and the address by which this answer can be passed on. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams, origin, pathname } = new URL(request.url);
  const asked = askedIn(searchParams);
  const { view: _map, ...search } = asked;
  const api = apiOf(context, directoryRoutes);
  const territory = apiOf(context, territoryRoutes);
  const found = await api.findServices({ ...search, counts: 'true', perPage: PER_PAGE });
  const { needs } = await api.listNeeds({});
  const { areas } = await territory.listAreas({});
  const onMap = await territory.getAreaMap({});
  const alerts = await listAlertsFor(context, asked.areaId);
  const address = `${origin}${pathname}${addressOf(asked)}`;
  return { asked, found, alerts, needs, areas, onMap: onMap.areas, origin, address, now: new Date().toISOString() };
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

function Reading({ found }: { found: FoundServices }) {
  const { t } = usePage();
  const { reading, correctedWords } = found;
  if (reading === 'all_words') return null;
  return (
    <Notice>
      {correctedWords === null ? null : <p>{t('directory.search.corrected', { words: correctedWords })}</p>}
      {reading === 'any_word' ? <p>{t('directory.search.any_word')}</p> : null}
    </Notice>
  );
}

function Found({ need }: { need: Need | undefined }) {
  const { asked, found, onMap, origin, address, now } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const first = (found.page - 1) * found.perPage + 1;
  return (
    <section aria-labelledby="found">
      <Heading found={found} need={need} />
      <p className="on-paper">
        <Bdi latin>{address}</Bdi>
      </p>
      <Reading found={found} />
      <div className="found">
        <ol className="results" aria-label={t('directory.search.results')} start={first}>
          {found.items.map((one, index) => (
            <FoundItem key={one.serviceId} found={one} number={first + index} origin={origin} now={now} />
          ))}
        </ol>
        <FoundMap items={found.items} first={first} areas={onMap} counts={found.counts} asked={asked} />
      </div>
      <Pagination {...found} />
    </section>
  );
}

/** The booklet of the same need and area. */
function bookletSearch({ needCode, areaId }: { needCode?: string | undefined; areaId?: string | undefined }): string {
  const kept = Object.entries({ needCode, areaId }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

/** Finding help: by words, by need, by place and by all else that matters, without script and without an account. */
export default function ServicesPage() {
  const { asked, found, alerts, needs, areas, address, now } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const need = needs.find(({ needCode }) => needCode === asked.needCode);
  const area = areas.find(({ areaId }) => areaId === asked.areaId);
  return (
    <>
      <PageTitle title={t('directory.search.title')} lead={<p>{t('directory.search.lead')}</p>} />
      <AlertList alerts={alerts} />
      <SearchForm asked={asked} areas={areas} counts={found.counts} />
      <ChosenFilters asked={asked} names={{ need: need?.name, area: area?.name }} />
      <NeedChoices needs={needs} chosen={asked.needCode} counts={found.counts} />
      {found.total === 0 ? <NothingFound found={found} asked={asked} now={now} /> : <Found need={need} />}
      <p>
        <Link to={href('/suggest')}>{t('directory.upkeep.missing')}</Link>
      </p>
      <ShareService name={t('directory.search.title')} address={address} />
      <p className="on-screen">
        <a href={href(`/booklet${bookletSearch(asked)}`)}>{t('directory.booklet.link')}</a>
      </p>
    </>
  );
}
