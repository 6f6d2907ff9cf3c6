import type { LocalizedText } from '@qantara/kernel';
import { Bdi, StatusBadge, usePage } from '@qantara/ui';
import type { ConsentRefusal } from '../../contract/index.ts';
import { PartnerNames } from './PartnerNames.tsx';

/** Whoever reads it of themselves is told so by a title of their own. */
type Given = { refusals: ConsentRefusal[]; names: Record<string, LocalizedText>; now: string; title?: string };

function Item({ refusal, names, now }: { refusal: ConsentRefusal; names: Given['names']; now: string }) {
  const { t, formats } = usePage();
  const rests = now < refusal.restsUntil;
  return (
    <li className="result">
      <h3>
        <PartnerNames ids={refusal.recipients} names={names} />
      </h3>
      <p>
        <StatusBadge tone="stopped" label={t('people.refusal.said_no')} />{' '}
        {t('people.refusal.on', { date: formats.date(refusal.refusedAt), who: t(`people.saidBy.${refusal.saidBy}`) })}
      </p>
      <p>
        {t(`people.purpose.${refusal.purpose}`)}
        {' · '}
        {refusal.categories.map((category) => t(`people.category.${category}`)).join(' · ')}
        {' · '}
        {t('people.text.version', { number: String(refusal.textNumber) })}
        {refusal.reasonCode === null ? null : ` · ${t(`people.refusalReason.${refusal.reasonCode}`)}`}
      </p>
      {refusal.reason === null ? null : (
        <p>
          <Bdi>{refusal.reason}</Bdi>
        </p>
      )}
      {refusal.askedByName === null ? null : (
        <p>
          {t('people.refusal.asked_by')} <Bdi>{refusal.askedByName}</Bdi>
        </p>
      )}
      {rests ? <p>{t('people.refusal.rests', { date: formats.date(refusal.restsUntil) })}</p> : null}
    </li>
  );
}

/** What a person said no to: nobody asks again at once. */
export function RefusalList({ refusals, names, now, title }: Given) {
  const { t } = usePage();
  const label = title ?? t('people.refusal.list');
  if (refusals.length === 0) return null;
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ol className="results" aria-label={label}>
        {refusals.map((refusal) => (
          <Item key={refusal.refusalId} refusal={refusal} names={names} now={now} />
        ))}
      </ol>
    </section>
  );
}
