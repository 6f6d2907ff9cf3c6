import { isolate } from '@qantara/kernel';
import { Bdi, DataTable, StatusBadge, usePage, type Column } from '@qantara/ui';
import type { ExchangeNotice } from '../../contract/index.ts';

/** What a notice says, in a sentence. */
export function useNoticeText(): (notice: Pick<ExchangeNotice, 'question' | 'word'> & { code: string }) => string {
  const { t } = usePage();
  return ({ code, word, question }) =>
    t(`forms.exchange.${code}`, { word: isolate(word ?? question ?? ''), question: isolate(question ?? '') });
}

type Line = ExchangeNotice & { key: string };

/** The report of what did not come or go along as it was, line by line. */
export function NoticeTable({ notices, caption }: { notices: readonly ExchangeNotice[]; caption: string }) {
  const { t, formats } = usePage();
  const told = useNoticeText();
  const placeOf = ({ sheet, row, column }: ExchangeNotice) => [
    sheet,
    row === null ? null : t('forms.report.row', { row: formats.number(row) }),
    column,
  ];
  const columns: Column<Line>[] = [
    {
      key: 'what',
      heading: t('forms.report.what'),
      cell: (notice) => (
        <>
          {told(notice)} {notice.isOpen ? <StatusBadge tone="attention" label={t('forms.report.open')} /> : null}
        </>
      ),
    },
    {
      key: 'where',
      heading: t('forms.report.where'),
      cell: (notice) =>
        placeOf(notice)
          .filter((part) => part !== null)
          .map((part, at) => (
            <span key={part}>
              {at > 0 ? ' · ' : null}
              <Bdi>{part}</Bdi>
            </span>
          )),
    },
    {
      key: 'question',
      heading: t('forms.report.question'),
      cell: ({ question }) => (question === null ? null : <Bdi>{question}</Bdi>),
    },
  ];
  const rows = notices.map((notice, at) => ({ ...notice, key: String(at) }));
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}
