import { Door, Icon, PageTitle, Phone, usePage } from '@qantara/ui';
import { Link } from 'react-router';

const NUMBERS = ['emergency', 'violence', 'tonight'] as const;
const DOORS = [
  { key: 'services', icon: 'search' },
  { key: 'ask', icon: 'hand' },
  { key: 'follow', icon: 'path' },
] as const;

function InDanger() {
  const { t } = usePage();
  return (
    <section className="urgent" aria-labelledby="danger">
      <h2 id="danger">{t('shell.home.danger.title')}</h2>
      <p>{t('shell.home.danger.text')}</p>
      <ul>
        {NUMBERS.map((key) => (
          <li key={key}>
            <Phone number={t(`shell.home.danger.${key}_number`)} label={t(`shell.home.danger.${key}`)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where everybody begins: danger first, then three doors, then the plan. */
export default function HomePage() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('shell.home.title')} lead={<p>{t('shell.home.lead')}</p>} />
      <InDanger />
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
