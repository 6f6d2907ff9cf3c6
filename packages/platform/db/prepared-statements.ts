import type { Client } from 'pg';

/** As many prepared statements as one connection keeps; the one used longest ago goes first. */
const MOST_PER_CONNECTION = 400;

const namesOf = new WeakMap<object, Set<string>>();

interface WithParsedStatements {
  connection: { parsedStatements: Record<string, string> };
}

/**
 * Notes that a named statement is used on this connection, and drops the one used longest ago past the cap: every
 * prepared statement holds memory on the server, and a query built with a varying number of parameters would otherwise
 * fill it. One that was refused before it was prepared is only forgotten: dropping what is not there would fail the
 * transaction under way.
 */
export async function keepStatement(client: Pick<Client, 'query'>, name: string): Promise<void> {
  const names = namesOf.get(client) ?? new Set<string>();
  namesOf.set(client, names);
  names.delete(name);
  names.add(name);
  if (names.size <= MOST_PER_CONNECTION) return;
  const oldest = names.values().next().value;
  if (oldest === undefined) return;
  names.delete(oldest);
  const parsed = parsedBy(client);
  const text = parsed[oldest];
  if (text === undefined) return;
  delete parsed[oldest];
  await client.query(`deallocate "${oldest.replaceAll('"', '""')}"`).catch(() => {
    // In a transaction that has failed nothing can be dropped: it stands prepared, and is known as such.
    parsed[oldest] = text;
    names.add(oldest);
  });
}

// pg remembers by name what it prepared; that memory has no public door, and must go with the statement.
function parsedBy(client: object): Record<string, string> {
  return hasParsedStatements(client) ? client.connection.parsedStatements : {};
}

function hasParsedStatements(client: object): client is WithParsedStatements {
  if (!('connection' in client)) return false;
  const { connection } = client;
  return typeof connection === 'object' && connection !== null && 'parsedStatements' in connection;
}
