import { CooperationKind, CooperationState } from '../contract/index.ts';

/** What of the register an address asks for; what it does not know is asked for by nobody. */
export function cooperationsAsked(request: Request) {
  const query = new URL(request.url).searchParams;
  return {
    kind: CooperationKind.options.find((one) => one === query.get('kind')) ?? null,
    state: CooperationState.options.find((one) => one === query.get('state')) ?? null,
  };
}
