import type { ReactNode } from 'react';
import { DateText } from '../format/DateText.tsx';

/** One thing that happened, or that is to come. */
export type TimelineEntry = {
  key: string;
  at: string;
  title: ReactNode;
  by?: ReactNode;
  body?: ReactNode;
  isToCome?: boolean;
};

/** What happened to a record, the newest where the page puts it; a day or a moment, as it was given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className={entry.isToCome === true ? 'to-come' : undefined}>
          <p className="timeline-when">
            <DateText value={entry.at} style={entry.at.length === 10 ? 'date' : 'dateTime'} />
            {entry.by === undefined ? null : <span className="timeline-by">{entry.by}</span>}
          </p>
          <p className="timeline-title">{entry.title}</p>
          {entry.body === undefined ? null : <div className="timeline-body">{entry.body}</div>}
        </li>
      ))}
    </ol>
  );
}
