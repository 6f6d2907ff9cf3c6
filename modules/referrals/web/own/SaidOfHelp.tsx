import { usePage } from '@qantara/ui';
import type { PersonWord } from '../../contract/index.ts';
import { WordList } from './WordList.tsx';

/** What the person said of the help, the last first: for who asked, never for the partner. */
export function SaidOfHelp({ said }: { said: PersonWord[] }) {
  const { t } = usePage();
  if (said.length === 0) return null;
  return (
    <section>
      <h2>{t('referrals.words.staff_title')}</h2>
      <WordList said={said} withOwnWords />
      <p className="hint">{t('referrals.words.staff_hint')}</p>
    </section>
  );
}
