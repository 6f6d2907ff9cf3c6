import { Bdi, Icon, StatusBadge, usePage } from '@qantara/ui';
import { withMessage } from '../../domain/index.ts';
import type { ContactWay } from '../../contract/index.ts';
import { safeHoursText } from './safe-hours-text.ts';

function Value({ way, message }: { way: ContactWay; message: string | undefined }) {
  const isLatin = way.kind !== 'address' && way.kind !== 'in_person';
  const value = <Bdi latin={isLatin}>{way.value}</Bdi>;
  if (way.link === null) return value;
  return (
    <a className="phone-link" href={message === undefined ? way.link : withMessage(way.link, message)}>
      {way.channel === 'call' ? <Icon name="phone" /> : null}
      {value}
    </a>
  );
}

/** What to say and what not, each in a line of its own: it is read while the telephone rings. */
function Words({ way }: { way: ContactWay }) {
  const { t } = usePage();
  const { words, sharedWith, isShared, note } = way;
  const said: [string, string | null][] = [
    ['say_first', words.sayFirst],
    ['ask_for', words.askFor],
    ['present_as', words.presentAs],
  ];
  return (
    <>
      {said.map(([key, value]) =>
        value === null ? null : (
          <p key={key}>
            {t(`people.contact.${key}`)}{' '}
            <strong>
              <Bdi>{value}</Bdi>
            </strong>
          </p>
        ),
      )}
      {isShared ? (
        <p>
          {t('people.contact.shared')} {sharedWith === null ? null : <Bdi>{sharedWith}</Bdi>}
        </p>
      ) : null}
      <p>{t(words.mayLeaveMessage ? 'people.contact.message_yes' : 'people.contact.message_no')}</p>
      {words.isDisguised ? <p>{t('people.contact.disguised')}</p> : null}
      {note === null ? null : (
        <p className="hint">
          <Bdi>{note}</Bdi>
        </p>
      )}
    </>
  );
}

/**
 * One way to a person as it stands now: something to touch only where contact may be made at this moment, else why not; beside it the
 * safe hours and the words. `message` is what a letter begins with.
 */
export function ContactWayFacts({ way, message }: { way: ContactWay; message?: string }) {
  const { t, formats, locale } = usePage();
  const hours = safeHoursText(way, { t, formats, locale });
  return (
    <li>
      {t(`people.contactKind.${way.kind}`)} <Value way={way} message={message} />{' '}
      {way.refused === null ? (
        <StatusBadge tone="done" label={t('people.contact.safe_now')} />
      ) : (
        <StatusBadge tone="attention" label={t(`people.contactRefusal.${way.refused}`)} />
      )}
      {hours === null ? null : <p>{hours}</p>}
      {way.isSafe ? <Words way={way} /> : null}
    </li>
  );
}
