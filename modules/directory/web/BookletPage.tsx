import { apiOf, DateText, Filters, LocalText, Notice, pageContext, PageTitle, SelectField, usePage } from '@qantara/ui';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { directoryRoutes, type Booklet, type BookletSearch } from '../contract/index.ts';
import { entryLinks } from './entry-links.ts';
import { ServiceEntry } from './ServiceEntry.tsx';

export const links = entryLinks;

/** The part of the directory that is asked for, whole. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context.get(pageContext);
  const { searchParams } = new URL(request.url);
  const asked = {
    needCode: searchParams.get('needCode') ?? undefined,
    areaId: searchParams.get('areaId') ?? undefined,
  } as BookletSearch;
  const api = apiOf(context, directoryRoutes);
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { needs } = await api.listNeeds({});
  return {
    booklet: await api.getBooklet(asked),
    areas: areaChoices(areas, locale),
    needs: needs.map(({ needCode, name }) => ({ needCode, name })),
    now: new Date().toISOString(),
  };
}

function Choice() {
  const { areas, needs } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <Filters id="booklet" label={t('directory.booklet.choose')} submitLabel={t('directory.booklet.make')}>
      <SelectField
        name="areaId"
        label={t('field.areaId')}
        emptyLabel={t('directory.booklet.whole_region')}
        options={areas}
      />
      <SelectField
        name="needCode"
        label={t('directory.field.needCode')}
        emptyLabel={t('directory.booklet.all_needs')}
        options={needs.map(({ needCode, name }) => ({ value: needCode, label: text(name).text }))}
      />
    </Filters>
  );
}

function chapterId(chapter: Booklet['chapters'][number]): string {
  return `need-${chapter.needCode ?? 'other'}`;
}

function ChapterName({ chapter }: { chapter: Booklet['chapters'][number] }) {
  const { t } = usePage();
  return chapter.name === null ? <>{t('directory.booklet.other')}</> : <LocalText value={chapter.name} quiet />;
}

function Contents({ booklet }: { booklet: Booklet }) {
  const { t } = usePage();
  return (
    <nav aria-labelledby="contents" className="booklet-contents">
      <h2 id="contents">{t('directory.booklet.contents')}</h2>
      <ol>
        {booklet.chapters.map((chapter) => (
          <li key={chapterId(chapter)}>
            <a href={`#${chapterId(chapter)}`}>
              <ChapterName chapter={chapter} />
            </a>{' '}
            <span>{t('directory.booklet.services', { count: chapter.services.length })}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The directory of an area or a need as a booklet: to print, to staple, to leave where there is no network. */
export default function BookletPage() {
  const { booklet, now } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle
        title={t('directory.booklet.title')}
        lead={
          <p>
            {booklet.needName === null ? (
              t('directory.booklet.all_needs')
            ) : (
              <LocalText value={booklet.needName} quiet />
            )}
            {' · '}
            {booklet.areaName === null ? (
              t('directory.booklet.whole_region')
            ) : (
              <LocalText value={booklet.areaName} quiet />
            )}
            {' · '}
            <DateText value={now} />
          </p>
        }
      />
      <div className="on-screen">
        <p>{t('directory.booklet.how')}</p>
        <Choice />
      </div>
      {booklet.hasMore ? (
        <Notice kind="warning" title={t('directory.booklet.too_long')}>
          <p>{t('directory.booklet.too_long_text', { count: booklet.services })}</p>
        </Notice>
      ) : null}
      {booklet.chapters.length > 1 ? <Contents booklet={booklet} /> : null}
      {booklet.chapters.map((chapter) => (
        <section key={chapterId(chapter)} className="booklet-chapter" aria-labelledby={chapterId(chapter)}>
          <h2 id={chapterId(chapter)}>
            <ChapterName chapter={chapter} />
          </h2>
          {chapter.services.map((service) => (
            <ServiceEntry key={service.serviceId} service={service} now={now} />
          ))}
        </section>
      ))}
      <p className="booklet-end">{t('directory.booklet.end')}</p>
    </>
  );
}
