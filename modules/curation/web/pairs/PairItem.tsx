import { Bdi, CommandForm, LocalText, SubmitButton, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Pair, PairObject } from '../../contract/index.ts';

type SideOf = Pair['one'];

function addressOf(object: PairObject, id: string): string {
  return object === 'service' ? `/services/${id}` : `/curation/organisations/${id}`;
}

function SideCard({ side, object }: { side: SideOf; object: PairObject }) {
  const { t, href } = usePage();
  return (
    <div className="side">
      <h3>
        <Link to={href(addressOf(object, side.id))}>
          <LocalText value={side.name} quiet />
        </Link>
      </h3>
      {side.of === null ? null : (
        <p>
          <LocalText value={side.of} quiet />
        </p>
      )}
      <p className="hint">
        {side.source === null ? (
          t('curation.pairs.written_here')
        ) : (
          <>
            {t('curation.pairs.from')} <Bdi>{side.source}</Bdi>
          </>
        )}
      </p>
    </div>
  );
}

/** Two records that may be one: side by side, why, and the three things that can be said of them. */
export function PairItem({ pair }: { pair: Pair }) {
  const { t, text, formats } = usePage();
  const { object, one, other, reasons } = pair;
  const id = `pair-${one.id}-${other.id}`;
  return (
    <li className="pair">
      <p>
        <strong>{t(`curation.pair_object.${object}`)}</strong>
        {' · '}
        {formats.list(reasons.map((reason) => t(`curation.pair_reason.${reason}`)))}
      </p>
      <CommandForm id={id} action="?" className="pair-form">
        <input type="hidden" name="object" value={object} />
        <input type="hidden" name="oneId" value={one.id} />
        <input type="hidden" name="otherId" value={other.id} />
        <div className="sides">
          {[one, other].map((side, index) => (
            <div key={side.id} className="side-column">
              <SideCard side={side} object={object} />
              <SubmitButton kind="plain" intent={index === 0 ? 'keep_one' : 'keep_other'}>
                {t('curation.pairs.keep')} <span className="vh">{text(side.name).text}</span>
              </SubmitButton>
            </div>
          ))}
        </div>
        <SubmitButton kind="plain" intent="two">
          {t('curation.pairs.two')}
        </SubmitButton>
      </CommandForm>
    </li>
  );
}
