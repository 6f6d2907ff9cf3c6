import { CommandForm, Notice, SubmitButton, usePage } from '@qantara/ui';
import type { Service } from '@qantara/directory/contract';
import type { KeptEntry } from '../../contract/index.ts';
import { KeptEntryItem } from './KeptEntryItem.tsx';

function Thanks({ entries }: { entries: KeptEntry[] }) {
  const { t, formats } = usePage();
  const next = entries.flatMap(({ dueOn, standing }) => (standing === 'fresh' && dueOn !== null ? [dueOn] : []));
  const [first] = next.toSorted();
  return (
    <Notice kind="success" title={t('curation.keep.thanks')} isNews>
      {first === undefined ? null : <p>{t('curation.keep.next', { day: formats.date(first) })}</p>}
    </Notice>
  );
}

function ConfirmAll({ entries }: { entries: KeptEntry[] }) {
  const { t } = usePage();
  if (entries.length < 2 || entries.every(({ standing }) => standing === 'fresh')) return null;
  return (
    <CommandForm id="confirm-all" action="?">
      {entries.map(({ serviceId }) => (
        <input key={serviceId} type="hidden" name="serviceIds[]" value={serviceId} />
      ))}
      <SubmitButton intent="confirm">{t('curation.keep.confirm_all')}</SubmitButton>
      <p className="hint">{t('curation.keep.confirm_all_hint')}</p>
    </CommandForm>
  );
}

type ListProps = {
  entries: KeptEntry[];
  services: Service[];
  now: string;
  /** What was said a moment ago, and of which entry; of none, of all. */
  said: { what: string | null; of: string | null };
  changePathOf: (serviceId: string) => string;
};

/** An organisation's entries: one tap for all of them, then each by itself. */
export function KeptEntryList({ entries, services, now, said, changePathOf }: ListProps) {
  const { t } = usePage();
  return (
    <>
      {said.of === null && said.what === 'confirmed' ? <Thanks entries={entries} /> : null}
      {entries.length === 0 ? <p>{t('curation.keep.none')}</p> : null}
      <ConfirmAll entries={entries} />
      <ul className="kept-list" aria-label={t('curation.keep.entries')}>
        {entries.map((entry) => (
          <KeptEntryItem
            key={entry.serviceId}
            entry={entry}
            service={services.find(({ serviceId }) => serviceId === entry.serviceId) ?? null}
            changePath={changePathOf(entry.serviceId)}
            now={now}
            said={entry.serviceId === said.of ? said.what : null}
          />
        ))}
      </ul>
    </>
  );
}
