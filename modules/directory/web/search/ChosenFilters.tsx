import type { LocalizedText } from '@qantara/kernel';
import { Icon, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { SearchFilter } from '../../contract/index.ts';
import { DAY_CODES } from '../../domain/index.ts';
import { weekdayName } from '../hours/opening-hours.ts';
import { languageName } from '../language-name.ts';
import { addressOf, chosenIn, type AskedSearch } from './asked-search.ts';

type Names = { need: LocalizedText | undefined; area: LocalizedText | undefined };

/** What each filter was set to, in words. */
function useFilterWords(asked: AskedSearch, { need, area }: Names): Record<SearchFilter, () => string> {
  const { t, text, locale, formats } = usePage();
  const radius = formats.number(Number(asked.radius ?? 5));
  const day = () => {
    const { openAt = '', openTime } = asked;
    if (openAt === 'now') return t('directory.open.now');
    const weekday = DAY_CODES.indexOf(openAt as (typeof DAY_CODES)[number]) + 1;
    const named = weekday > 0 ? weekdayName(weekday, locale) : formats.date(openAt.slice(0, 10));
    const time = openAt.slice(11) || openTime;
    return time === undefined
      ? t('directory.chosen.day', { day: named })
      : t('directory.chosen.day_time', { day: named, time });
  };
  return {
    words: () => t('directory.chosen.words', { words: asked.words ?? '' }),
    needCode: () => text(need).text,
    areaId: () => text(area).text,
    near: () =>
      asked.latitude === undefined
        ? t('directory.chosen.postcode', { postcode: asked.postcode ?? '', length: radius })
        : t('directory.chosen.near', { length: radius }),
    openAt: day,
    free: () => t('directory.field.free'),
    age: () => t('directory.chosen.age', { age: Number(asked.age) }),
    language: () => t('directory.languages.spoken', { languages: languageName(asked.language ?? '', locale) }),
    access: () => t(`directory.access.${asked.access ?? 'said'}`),
    remote: () => t('directory.field.remote'),
    capacity: () => t(`directory.capacity.${asked.capacity ?? 'open'}`),
  };
}

/** What the search is narrowed by, each to be taken off by one touch. */
export function ChosenFilters({ asked, names }: { asked: AskedSearch; names: Names }) {
  const { t } = usePage();
  const words = useFilterWords(asked, names);
  const chosen = chosenIn(asked);
  if (chosen.length === 0) return null;
  return (
    <nav className="chosen" aria-label={t('directory.chosen.title')}>
      <ul>
        {chosen.map((filter) => (
          <li key={filter}>
            <Link to={addressOf(asked, [filter])}>
              <span className="vh">{t('directory.chosen.without')}</span> <bdi>{words[filter]()}</bdi>
              <Icon name="cross" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
