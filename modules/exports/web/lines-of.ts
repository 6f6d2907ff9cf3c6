import { textIn, type Locale, type LocalizedText, type Translate, type WorkbookCell } from '@qantara/kernel';
import type { ExportKind, ExportLine, ReferralLine, ScreeningLine } from '../contract/index.ts';

/** In whose language. */
export type Reader = { t: Translate; locale: Locale };

const COLUMNS = {
  referrals: [
    'mark',
    'person',
    'need',
    'service',
    'other',
    'status',
    'reason',
    'priority',
    'outcome',
    'confirmation',
    'sent',
    'due',
    'answered',
    'ended',
  ],
  screenings: ['mark', 'received', 'status', 'channel', 'urgent', 'area', 'needs'],
} as const satisfies Record<ExportKind, readonly string[]>;

/** The headings of a list, in the reader's language. */
export function headingsOf(kind: ExportKind, t: Translate): string[] {
  return COLUMNS[kind].map((column) => t(`exports.column.${column}`));
}

function ofReferral(line: ReferralLine, { t, locale }: Reader): WorkbookCell[] {
  const name = (text: LocalizedText | null): string => textIn(text, locale).text;
  const word = (of: string, code: string | null): string => (code === null ? '' : t(`referrals.${of}.${code}`));
  return [
    line.referralId,
    line.personName,
    name(line.needName),
    name(line.serviceName),
    name(line.otherName),
    word('status', line.status),
    word('reason', line.reasonCode),
    word('priority', line.priority),
    word('outcome', line.outcomeCode),
    word('confirmation', line.confirmation),
    line.sentAt,
    line.dueAt,
    line.answeredAt,
    line.endedAt,
  ];
}

function ofScreening(line: ScreeningLine, { t, locale }: Reader): WorkbookCell[] {
  return [
    line.screeningId,
    line.receivedAt,
    t(`screening.status.${line.status}`),
    t(`forms.channel.${line.channel}`),
    t(line.isUrgent ? 'screening.requests.urgent' : 'screening.requests.ordinary'),
    textIn(line.areaName, locale).text,
    line.needNames.map((need) => textIn(need, locale).text).join(' · '),
  ];
}

/** A line of a list as cells: words in the reader's language, moments as they are kept (ISO 8601), names as the worklist shows them. */
export function cellsOf(line: ExportLine, reader: Reader): WorkbookCell[] {
  return line.kind === 'referrals' ? ofReferral(line, reader) : ofScreening(line, reader);
}
