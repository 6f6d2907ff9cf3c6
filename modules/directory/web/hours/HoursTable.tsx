import { LocalText, usePage } from '@qantara/ui';
import type { OpeningHours } from '../../contract/index.ts';
import { calendarDay } from '../../domain/index.ts';
import { dateNow, hoursLines, periodKind, ruleKind, weekdayName, type HoursLine } from './opening-hours.ts';

const NTH: Record<string, string> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
};

/** The days of a rule that is no plain week, in words. */
function Rule({ rule }: { rule: OpeningHours }) {
  const { t, locale, formats } = usePage();
  const period = periodKind(rule);
  const day = rule.weekday === null ? '' : weekdayName(rule.weekday, locale);
  const kind = ruleKind(rule);
  const dateOf = (date: string | null) => (date === null ? '' : formats.date(date));
  const dates = { from: dateOf(rule.validFrom), to: dateOf(rule.validTo) };
  const words = {
    closed: () => t('directory.hours.closed'),
    month_day: () =>
      rule.monthDay === -1
        ? t('directory.hours.month_end')
        : t('directory.hours.month_day', { day: Math.abs(rule.monthDay ?? 1) }),
    nth: () => t('directory.hours.nth', { nth: NTH[String(rule.nth)] ?? 'other', day }),
    weeks: () => t('directory.hours.weeks', { day, weeks: rule.every }),
    day: () => day,
  };
  return (
    <>
      {words[kind]()}
      {period === null ? null : ` ${t(`directory.hours.period_${period}`, dates)}`}
    </>
  );
}

/** The days of one line, in words. */
export function LineDays({ line }: { line: HoursLine }) {
  const { t, locale } = usePage();
  if (line.rule !== null) return <Rule rule={line.rule} />;
  const [first = 1] = line.days;
  const last = line.days.at(-1) ?? first;
  const [from, to] = [weekdayName(first, locale), weekdayName(last, locale)];
  return first === last ? from : t('directory.hours.from_to', { from, to });
}

/** The hours in as few lines as it takes, and in words what hours do not say. */
export function HoursTable({ hours, now }: { hours: OpeningHours[]; now: string }) {
  const { t, region } = usePage();
  const today = dateNow(new Date(now), region.timeZone);
  const lines = hoursLines(hours, today);
  const said = hours.filter(
    (one) => one.weekday === null && one.monthDay === null && !one.isClosed && one.description !== null,
  );
  const isToday = ({ days, rule }: HoursLine) => rule === null && days.includes(calendarDay(today).weekday);
  return (
    <>
      {lines.length === 0 ? null : (
        <table className="hours">
          <caption className="vh">{t('directory.hours.title')}</caption>
          <tbody>
            {lines.map((line) => (
              <tr key={JSON.stringify(line)} className={isToday(line) ? 'today' : undefined}>
                <th scope="row">
                  <LineDays line={line} />
                </th>
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
