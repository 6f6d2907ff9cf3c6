import { Bdi, DateText, usePage } from '@qantara/ui';
import type { PersonWord } from '../../contract/index.ts';

/** What the person said of the help, the last first: for who asked, never for the partner. */
export function SaidOfHelp({ said }: { said: PersonWord[] }) {
  const { t } = usePage();
  if (said.length === 0) return null;
  return (
    <section>
      <h2>{t('referrals.words.staff_title')}</h2>
      <ul>
        {said.map((word) => (
          <li key={word.at}>
            <DateText value={word.at} style="dateTime" />
            {' – '}
            {t(`referrals.confirmation.${word.confirmation}`)}
            {word.rating === null ? null : ` – ${t(`referrals.rating.${word.rating}`)}`}
            {word.whyNot === null ? null : ` – ${t(`referrals.why_not.${word.whyNot}`)}`}
            {word.words === null ? null : (
              <>
                {' – '}
                <Bdi>{word.words}</Bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">{t('referrals.words.staff_hint')}</p>
    </section>
  );
}
