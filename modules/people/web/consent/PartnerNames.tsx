import { isolate, type LocalizedText } from '@qantara/kernel';
import { usePage } from '@qantara/ui';

const SHOWN = 4;

type Given = { ids: readonly string[]; names: Record<string, LocalizedText> };

function useNames({ ids, names }: Given): string[] {
  const { t, text } = usePage();
  return ids.map((id) => isolate(text(names[id]).text || t('ui.data.missing')));
}

/** Partners by name; of many the first, and how many more. */
export function PartnerNames(given: Given) {
  const { t, formats } = usePage();
  const said = useNames(given);
  if (said.length <= SHOWN) return <>{formats.list(said)}</>;
  return (
    <>{t('people.consents.and_more', { names: formats.list(said.slice(0, SHOWN)), count: said.length - SHOWN })}</>
  );
}

/** All of many, behind a press: whoever agreed may read each name. */
export function AllPartners(given: Given) {
  const { t } = usePage();
  const said = useNames(given);
  if (said.length <= SHOWN) return null;
  return (
    <details>
      <summary>{t('people.consents.all_partners', { count: said.length })}</summary>
      <p>{said.join(' · ')}</p>
    </details>
  );
}
