import { AlertList, listAlertsFor } from '@qantara/directory/web';
import { DangerNumbers } from '@qantara/screening/web';
import { Door, Icon, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';

const DOORS = [
  { key: 'services', icon: 'search' },
  { key: 'ask', icon: 'hand' },
  { key: 'follow', icon: 'path' },
] as const;

/** What the whole region must know now. */
export async function loader({ context }: LoaderFunctionArgs) {
  return { alerts: await listAlertsFor(context) };
}

/** Where everybody begins: danger first, then three doors, then the plan. */
export default function HomePage() {
  const { alerts } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('shell.home.title')} lead={<p>{t('shell.home.lead')}</p>} />
      <AlertList alerts={alerts} />
      <DangerNumbers />
      <div className="doors">
        {DOORS.map(({ key, icon }) => (
          <Door key={key} to={href(`/${key}`)} icon={icon} title={t(`shell.nav.${key}`)}>
            <p>{t(`shell.home.${key}.text`)}</p>
          </Door>
        ))}
      </div>
      <div className="door-wide">
        <Icon name="plan" large />
        <h2>
          <Link to={href('/plan')}>{t('shell.nav.plan')}</Link>
        </h2>
        <p>{t('shell.home.plan.text')}</p>
      </div>
    </>
  );
}
