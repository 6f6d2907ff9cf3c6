import { DangerNumbers } from '@qantara/screening/web';
import { Door, Icon, PageTitle, usePage } from '@qantara/ui';
import { Link } from 'react-router';

const DOORS = [
  { key: 'services', icon: 'search' },
  { key: 'ask', icon: 'hand' },
  { key: 'follow', icon: 'path' },
] as const;

/** Where everybody begins: danger first, then three doors, then the plan. */
export default function HomePage() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('shell.home.title')} lead={<p>{t('shell.home.lead')}</p>} />
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
