import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** What is no address of somebody else: this machine, this network, and what stands for none (IANA special-purpose registries). */
const INNER_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
/** Of the sixth version only 2000::/3 is anybody's; of that, tunnels and examples lead elsewhere. */
const OUTER_6 = [['2000::', 3]] as const;
const INNER_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

function listOf(subnets: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, family);
  return list;
}

const inner4 = listOf(INNER_4, 'ipv4');
const outer6 = listOf(OUTER_6, 'ipv6');
const inner6 = listOf(INNER_6, 'ipv6');

/** Whether this address of a machine is one of the internet, not of this machine or its network. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inner4.check(address, 'ipv4');
  return version === 6 && outer6.check(address, 'ipv6') && !inner6.check(address, 'ipv6');
}

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

/** Every address that a name stands for. */
export const resolveHost: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The one address to connect to: asked once and used, so that a name cannot stand for another machine a moment later. Throws where
 * the name stands for any address that is not of the internet, unless the operator allows that.
 */
export async function addressToUse(
  host: string,
  given: { allowsPrivate: boolean; resolve: Resolve },
): Promise<{ address: string; family: number }> {
  const bare = host.replace(/^\[|\]$/g, '');
  const version = isIP(bare);
  const found = version === 0 ? await given.resolve(bare) : [{ address: bare, family: version }];
  const inner = found.find(({ address }) => !isPublicAddress(address));
  if (inner !== undefined && !given.allowsPrivate)
    throw new Error(`${host} stands for ${inner.address}, which is not an address of the internet`);
  const [first] = found;
  if (first === undefined) throw new Error(`${host} stands for no address`);
  return first;
}
