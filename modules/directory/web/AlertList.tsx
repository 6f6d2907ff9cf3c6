import { isolate } from '@qantara/kernel';
import { LocalText, Notice, usePage } from '@qantara/ui';
import type { Alert } from '../contract/index.ts';

/** Its last day; it ends where the next one begins. */
function lastDay(endsAt: string): string {
  return new Date(Date.parse(endsAt) - 1).toISOString();
}

function useWhere(): (alert: Alert) => string {
  const { t, text } = usePage();
  return ({ serviceName, areaName }) => {
    const name = serviceName ?? areaName;
    return name === null ? t('directory.alert.region') : text(name).text;
  };
}

/** What people must know now, danger first; each says in words how much it weighs, and where. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  const { t, formats } = usePage();
  const whereOf = useWhere();
  if (alerts.length === 0) return null;
  const ordered = alerts.toSorted((one, other) => one.severity.localeCompare(other.severity));
  return (
    <section className="alerts" aria-label={t('directory.alert.title')}>
      {ordered.map((alert) => (
        <Notice
          key={alert.alertId}
          kind={alert.severity === 'danger' ? 'danger' : 'warning'}
          title={t('directory.alert.heading', {
            severity: t(`directory.alert_severity.${alert.severity}`),
            where: isolate(whereOf(alert)),
          })}
        >
          <p>
            <LocalText value={alert.text} />
          </p>
          <p className="hint">{t('directory.alert.until', { day: formats.date(lastDay(alert.endsAt)) })}</p>
        </Notice>
      ))}
    </section>
  );
}
