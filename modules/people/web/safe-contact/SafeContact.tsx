import { DateText, Notice, usePage } from '@qantara/ui';
import type { SafeContact as Contact } from '../../contract/index.ts';
import { ContactWayFacts } from './ContactWayFacts.tsx';

function Never({ contact }: { contact: Contact }) {
  const { t } = usePage();
  return (
    <Notice kind="danger" title={t('people.contact.never_title')}>
      {contact.noContactReason === null ? null : (
        <p>
          {t(`people.noContact.${contact.noContactReason}`)}
          {contact.noContactSince === null ? null : (
            <>
              {' · '}
              {t('people.contact.since')} <DateText value={contact.noContactSince} />
            </>
          )}
        </p>
      )}
      <p>{t('people.contact.never')}</p>
    </Notice>
  );
}

/** Whether and how this person may be reached at this moment: before everything else that is known of them. */
export function SafeContact({ contact }: { contact: Contact }) {
  const { t } = usePage();
  if (!contact.mayContact) return <Never contact={contact} />;
  return (
    <Notice title={t('people.contact.title')}>
      {contact.ways.length === 0 ? (
        <p>{t('people.contact.none')}</p>
      ) : (
        <ul>
          {contact.ways.map((way) => (
            <ContactWayFacts key={`${way.kind} ${way.value} ${way.isSafe}`} way={way} />
          ))}
        </ul>
      )}
    </Notice>
  );
}
