import { LocalText, usePage } from '@qantara/ui';
import type { OpeningHours } from '../contract/index.ts';
import { hoursLines, weekdayName, weekdayNow } from './opening-hours.ts';

function daysOf(days: number[], name: (day: number) => string, joined: (from: string, to: string) => string): string {
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  if (first === last) return name(first);
  return joined(name(first), name(last));
}

/** The week's hours in as few lines as it takes, and in words what hours do not say. */
export function HoursTable({ hours, now }: { hours: OpeningHours[]; now: string }) {
  const { t, locale, region } = usePage();
  const today = weekdayNow(new Date(now), region.timeZone);
  const lines = hoursLines(hours);
  const said = hours.filter((one) => one.weekday === null && one.description !== null);
  const name = (day: number) => weekdayName(day, locale);
  return (
    <>
      {lines.length === 0 ? null : (
        <table className="hours">
          <caption className="vh">{t('directory.hours.title')}</caption>
          <tbody>
            {lines.map((line) => (
              <tr key={line.days.join('-')} className={line.days.includes(today) ? 'today' : undefined}>
                <th scope="row">{daysOf(line.days, name, (from, to) => t('directory.hours.from_to', { from, to }))}</th>
                <td>
                  <bdi dir="ltr">{line.times.join(' · ')}</bdi>
                  {line.notes.map((note) => (
                    <p key={JSON.stringify(note)}>
                      <LocalText value={note} />
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {said.map((one) => (
        <p key={JSON.stringify(one.description)} className="long-text">
          <LocalText value={one.description} />
        </p>
      ))}
    </>
  );
}
