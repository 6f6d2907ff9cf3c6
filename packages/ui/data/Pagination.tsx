import { Link } from 'react-router';
import { Icon } from '../icon/Icon.tsx';
import { usePage } from '../page/use-page.ts';
import { searchWith } from './search-with.ts';

type PaginationProps = { page: number; perPage: number; total: number | null; hasMore: boolean };

function Turn({ to, word, isBack }: { to: string; word: string; isBack: boolean }) {
  return (
    <Link to={to} rel={isBack ? 'prev' : 'next'} className={isBack ? 'button plain back' : 'button plain'}>
      {isBack ? <Icon name="back" /> : null}
      {word}
      {isBack ? null : <Icon name="chevron" />}
    </Link>
  );
}

/** The pages before and after; it takes what a route's list answers. */
export function Pagination({ page, perPage, total, hasMore }: PaginationProps) {
  const { t, search, formats } = usePage();
  if (page === 1 && !hasMore) return null;
  const number = formats.number(page);
  const words =
    total === null
      ? t('ui.page.number', { number })
      : t('ui.page.number_of', { number, pages: formats.number(Math.ceil(total / perPage)) });
  return (
    <nav className="pagination" aria-label={t('ui.page.label')}>
      {page > 1 ? <Turn to={searchWith(search, { page: page - 1 })} word={t('ui.page.previous')} isBack /> : null}
      <span>{words}</span>
      {hasMore ? <Turn to={searchWith(search, { page: page + 1 })} word={t('ui.page.next')} isBack={false} /> : null}
    </nav>
  );
}
