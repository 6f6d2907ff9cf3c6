import type { LocalizedText } from '@qantara/kernel';
import type { Holder, Item, LedNode, Partner, PromisedHelp } from '../../contract/index.ts';
import { isOver } from './is-late.ts';
import { ledNodeOf, nodeNameOf } from './node-name.ts';

type Given = {
  today: string;
  partners: ReadonlyMap<string, readonly Partner[]>;
  names: ReadonlyMap<string, LocalizedText>;
};

/** A promise for work that is over asks for nothing more; it is told for as long as the node tells it. */
function promisesOf(items: readonly Item[], { partners }: Given): (PromisedHelp & { organisationId: string })[] {
  return items.flatMap((item) =>
    (partners.get(item.itemId) ?? []).map(({ organisationId, promise, state }) => ({
      organisationId,
      node: nodeNameOf(item),
      promise,
      state,
      dueOn: item.dueOn,
    })),
  );
}

/** Who took on what: whoever leads most first, then whoever promised most. An organisation without a name is left out. */
export function listHolders(items: readonly Item[], given: Given): Holder[] {
  const led = Map.groupBy(items, ({ leadOrganisationId }) => leadOrganisationId);
  const promised = Map.groupBy(promisesOf(items, given), ({ organisationId }) => organisationId);
  const ids = new Set([...led.keys(), ...promised.keys()]);
  return [...ids]
    .flatMap((organisationId) => {
      const name = organisationId === null ? undefined : given.names.get(organisationId);
      if (organisationId === null || name === undefined) return [];
      const leads = (led.get(organisationId) ?? []).map((item) => ledNodeOf(item, given.today));
      const promises = (promised.get(organisationId) ?? []).map(({ organisationId: _whose, ...help }) => help);
      return [{ organisationId, name, leads, promises }];
    })
    .toSorted((one, other) => other.leads.length - one.leads.length || other.promises.length - one.promises.length);
}

/** Work that goes on, or is to begin, and that nobody leads. */
export function listUnled(items: readonly Item[], today: string): LedNode[] {
  return items
    .filter((item) => item.kind === 'initiative' && item.leadOrganisationId === null && !isOver(item))
    .map((item) => ledNodeOf(item, today));
}
