import { Bdi, DateText, usePage } from '@qantara/ui';
import type { PersonWord } from '../../contract/index.ts';

type Given = { said: PersonWord[]; withOwnWords?: boolean };

/** When the person said what of the help; in their own words only where these are for the reader. */
export function WordList({ said, withOwnWords = false }: Given) {
  const { t } = usePage();
  return (
    <ul>
      {said.map((word) => (
        <li key={word.at}>
          <DateText value={word.at} style="dateTime" />
          {' – '}
          {t(`referrals.confirmation.${word.confirmation}`)}
          {word.rating === null ? null : ` – ${t(`referrals.rating.${word.rating}`)}`}
          {word.whyNot === null ? null : ` – ${t(`referrals.why_not.${word.whyNot}`)}`}
          {!withOwnWords || word.words === null ? null : (
            <>
              {' – '}
              <Bdi>{word.words}</Bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
