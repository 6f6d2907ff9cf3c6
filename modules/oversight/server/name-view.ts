import type { LocalizedText } from '@qantara/kernel';
import { listAccountCards, type AccountCard } from '@qantara/identity/server';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { AnyCtx, Opening } from '@qantara/platform';
import type { SeenOpening } from '../contract/index.ts';

/** Names of accounts and organisations, for what is shown by identifier. */
export type Names = { accounts: Map<string, AccountCard>; organisations: Map<string, LocalizedText> };

/** The names of everybody who works here, and of these organisations. */
export async function listNames(ctx: AnyCtx, organisationIds: readonly (string | null)[]): Promise<Names> {
  const accounts = new Map((await listAccountCards(ctx)).map((card) => [card.accountId, card]));
  const ids = organisationIds.filter((id) => id !== null);
  return { accounts, organisations: await listOrganisationNames(ctx, ids) };
}

export function accountNameOf({ accounts }: Names, accountId: string | null): string | null {
  return accounts.get(accountId ?? '')?.displayName ?? null;
}

function toSeen(opening: Opening, names: Names): SeenOpening {
  return {
    ...opening,
    at: opening.at.toISOString(),
    accountName: accountNameOf(names, opening.accountId),
    organisationName: names.organisations.get(opening.organisationId ?? '') ?? null,
  };
}

/** Openings with the names of who opened; of whose records they were no name is known here. */
export async function withNames(ctx: AnyCtx, openings: readonly Opening[]): Promise<SeenOpening[]> {
  const names = await listNames(
    ctx,
    openings.map(({ organisationId }) => organisationId),
  );
  return openings.map((opening) => toSeen(opening, names));
}
