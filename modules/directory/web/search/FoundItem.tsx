import { Bdi, LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { FoundService } from '../../contract/index.ts';
import { LineDays } from '../hours/HoursTable.tsx';
import { dateNow, hoursLines } from '../hours/opening-hours.ts';
import { ServiceLines } from './ServiceLines.tsx';

/** Why it is here, in short words: nothing ranks a list that cannot be seen. */
function Why({ found }: { found: FoundService }) {
  const { t } = usePage();
  if (found.because.length === 0) return null;
  return (
    <details className="why">
      <summary>{t('directory.because.title')}</summary>
      <ul>
        {found.because.map((because) => (
          <li key={because}>{t(`directory.because.${because}`)}</li>
        ))}
      </ul>
    </details>
  );
}

/** What paper needs and the screen does not: the street, the week, and the address to type. */
function OnPaper({ found, address, now }: { found: FoundService; address: string; now: string }) {
  const { region } = usePage();
  return (
    <div className="on-paper">
      {found.places.map(({ name, address: street }, index) =>
        street === null ? null : (
          <p key={`${index} ${JSON.stringify(street)}`}>
            {name === null ? null : (
              <>
                <LocalText value={name} quiet />
                {' · '}
              </>
            )}
            <LocalText value={street} quiet />
          </p>
        ),
      )}
      {hoursLines(found.hours, dateNow(new Date(now), region.timeZone)).map((line) => (
        <p key={JSON.stringify(line)}>
          <LineDays line={line} /> <bdi dir="ltr">{line.times.join(' · ')}</bdi>
        </p>
      ))}
      <p>
        <Bdi latin>{address}</Bdi>
      </p>
    </div>
  );
}

type Item = { found: FoundService; number: number; origin: string; now: string };

/** One service that was found, by the number that it has on the map and on paper. */
export function FoundItem({ found, number, origin, now }: Item) {
  const { href, formats } = usePage();
  const path = href(`/services/${found.serviceId}`);
  return (
    <li className="result" id={`r${number}`} value={number}>
      <h3>
        <span className="result-number" aria-hidden="true">
          {formats.number(number)}
        </span>{' '}
        <Link to={path}>
          <LocalText value={found.name} quiet />
        </Link>
      </h3>
      <ServiceLines card={found} now={now} distance={found.distance} />
      <Why found={found} />
      <OnPaper found={found} address={`${origin}${path}`} now={now} />
    </li>
  );
}
