import { LocalText, Phone, usePage } from '@qantara/ui';
import type { ServiceCard } from '../../contract/index.ts';
import { CapacityBadge } from '../CapacityBadge.tsx';
import { Freshness } from '../Freshness.tsx';
import { dateNow, timesOn } from '../hours/opening-hours.ts';
import { languageName } from '../language-name.ts';

function Served({ card }: { card: ServiceCard }) {
  const { t, text, formats } = usePage();
  if (card.hasConfidentialPlace) return t('directory.place.confidential');
  if (card.areaNames.length > 0)
    return t('directory.area.serves', { areas: formats.list(card.areaNames.map((name) => text(name).text)) });
  return card.areaNote === null ? t('directory.area.region') : <LocalText value={card.areaNote} quiet />;
}

/** The neighbourhood is enough to choose by; the street stands on the service's own page, and on paper. */
function Where({ card }: { card: ServiceCard }) {
  const [place] = card.places;
  if (place !== undefined && place.areaName !== null) return <LocalText value={place.areaName} quiet />;
  if (place !== undefined && place.address !== null) return <LocalText value={place.address} quiet />;
  return <Served card={card} />;
}

/** How far the nearest place is: metres up to a kilometre, then kilometres; as the crow flies, as nobody knows the way. */
function Far({ distance }: { distance: number }) {
  const { t, formats } = usePage();
  const isShort = distance < 0.95;
  const length = formats.number(
    isShort ? Math.max(50, Math.round(distance * 20) * 50) : distance,
    distance < 10 ? 1 : 0,
  );
  return <li>{t(isShort ? 'directory.distance.metres' : 'directory.distance.kilometres', { length })}</li>;
}

function Today({ card, now }: { card: ServiceCard; now: string }) {
  const { t, region } = usePage();
  const times = timesOn(card.hours, dateNow(new Date(now), region.timeZone));
  if (times === null) return null;
  if (times.length === 0) return <li>{t('directory.hours.closed_today')}</li>;
  return (
    <li>
      {t('directory.hours.today')} <bdi dir="ltr">{times.join(' · ')}</bdi>
    </li>
  );
}

type Lines = { card: ServiceCard; now: string; distance?: number | null };

/** What helps to choose a service from a list: whose it is, what it does, where, when, in which languages, how fresh. */
export function ServiceLines({ card, now, distance = null }: Lines) {
  const { t, locale, formats } = usePage();
  return (
    <>
      <p className="whose">
        <LocalText value={card.organisationName} quiet />{' '}
        <CapacityBadge capacity={card.capacity} saidAt={card.capacityAt} />
      </p>
      {card.description === null ? null : (
        <p className="what">
          <LocalText value={card.description} quiet />
        </p>
      )}
      <ul className="card-facts">
        <li>
          <Where card={card} />
        </li>
        {distance === null ? null : <Far distance={distance} />}
        <Today card={card} now={now} />
        {card.languages.length === 0 ? null : (
          <li>
            {t('directory.languages.spoken', {
              languages: formats.list(card.languages.map((code) => languageName(code, locale))),
            })}
          </li>
        )}
        <li>
          <Freshness assuredAt={card.assuredAt} />
        </li>
      </ul>
      {card.phone === null ? null : <Phone number={card.phone} />}
    </>
  );
}
