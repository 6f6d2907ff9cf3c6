import {
  answerForm,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  DateText,
  DescriptionList,
  EmptyState,
  LoadingState,
  LocalText,
  Notice,
  NumberText,
  type PageHandle,
  PageTitle,
  Pagination,
  Stat,
  StatRow,
  StatusBadge,
  Timeline,
  usePage,
} from '@qantara/ui';
import { refuse } from '@qantara/kernel';
import type { ActionFunctionArgs } from 'react-router';
import { ChartSamples } from './ChartSamples.tsx';
import { FormSample } from './FormSample.tsx';

export const handle: PageHandle = { formId: 'sample', safeExit: true };

/** Refuses whatever is sent, so that refusals can be seen. */
export function action({ request }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const fields = [
      ...(values.text('name') === undefined ? [{ path: 'name', code: 'required' }] : []),
      { path: 'birth', code: 'not_date' },
      { path: 'title.fr', code: 'required' },
    ];
    return refuse('invalid_input', { fields });
  });
}

const TONES = ['waiting', 'active', 'done', 'attention', 'stopped', 'neutral'] as const;
const NOTICES = ['info', 'success', 'warning', 'danger'] as const;

function Facts() {
  const { t } = usePage();
  const g = (key: string) => t(`shell.gallery.${key}`);
  return (
    <>
      <DescriptionList
        items={[
          { label: g('fact_address'), value: g('fact_address_value') },
          { label: g('by'), value: <LocalText value={{ fr: 'Ouvert à tous, sans rendez-vous' }} /> },
          { label: g('fact_price'), value: null },
        ]}
      />
      <Timeline
        label={g('story')}
        entries={[
          { key: '3', at: '2026-11-30', title: g('story_meeting'), by: g('by'), isToCome: true },
          { key: '2', at: '2026-11-21T09:30:00Z', title: g('story_accepted'), by: g('by') },
          { key: '1', at: '2026-11-20T16:05:00Z', title: g('story_sent') },
        ]}
      />
      <StatRow>
        <Stat
          label={g('figure_helped')}
          value={1284}
          trend={{ direction: 'up', meaning: 'better', label: g('figure_trend') }}
        />
        <Stat
          label={g('figure_closed')}
          value={0.684}
          style="percent"
          note={<DateText value="2026-11-01" style="month" />}
        />
        <Stat label={g('figure_unknown')} value={null} />
      </StatRow>
    </>
  );
}

/** Everything pages are made of, as residents see it. */
export default function GalleryPage() {
  const { t, href } = usePage();
  const g = (key: string) => t(`shell.gallery.${key}`);
  return (
    <>
      <Breadcrumbs items={[{ path: '/', label: t('shell.home.title') }]} />
      <PageTitle title={g('title')} lead={<p>{g('lead')}</p>} eyebrow={<Bdi>{t('shell.footer.product')}</Bdi>}>
        <ButtonLink to={href('/services')} kind="action">
          {t('shell.nav.services')}
        </ButtonLink>
        <ButtonLink to={href('/gallery/staff')}>{g('staff_title')}</ButtonLink>
      </PageTitle>
      <h2>{g('words')}</h2>
      <p>{t('shell.gallery.prose', { code: 'QX-4821' })}</p>
      <p>
        <DateText value="2026-11-22" /> <NumberText value={1234567.8} digits={1} />
      </p>
      <h2>{g('notices')}</h2>
      {NOTICES.map((kind) => (
        <Notice key={kind} kind={kind}>
          <p>{g(`notice_${kind}`)}</p>
        </Notice>
      ))}
      <h2>{g('statuses')}</h2>
      <p className="actions">
        {TONES.map((tone) => (
          <StatusBadge key={tone} tone={tone} label={g(`status_${tone}`)} />
        ))}
      </p>
      <h2>{g('form')}</h2>
      <FormSample />
      <h2>{g('facts')}</h2>
      <Facts />
      <EmptyState title={g('empty')}>
        <p>{g('empty_text')}</p>
      </EmptyState>
      <LoadingState />
      <Pagination page={2} perPage={20} total={93} hasMore />
      <h2>{g('charts')}</h2>
      <ChartSamples />
    </>
  );
}
