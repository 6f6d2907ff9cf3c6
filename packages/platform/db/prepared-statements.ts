import type { Client } from 'pg';

/** As many prepared statements as one connection keeps; the one used longest ago goes first. */
const MOST_PER_CONNECTION = 400;

const namesOf = new WeakMap<object, Set<string>>();

interface WithParsedStatements {
  connection: { parsedStatements: Record<string, string> };
}

/**
 * Notes that a named statement is used on this connection, and drops those used longest ago past the cap: every
 * prepared statement holds memory on the server, and a query built with a varying number of parameters would otherwise
 * fill it. What a transaction that has failed cannot drop is dropped with a later use.
 */
export async function keepStatement(client: Pick<Client, 'query'>, name: string): Promise<void> {
  const names = namesOf.get(client) ?? new Set<string>();
  namesOf.set(client, names);
  names.delete(name);
  names.add(name);
  for (const oldest of names) {
    if (names.size <= MOST_PER_CONNECTION) return;
    names.delete(oldest);
    if (await dropStatement(client, oldest)) continue;
    names.add(oldest);
    return;
  }
}

/** False where the transaction under way has failed: then it stands prepared, and is known as such. */
async function dropStatement(client: Pick<Client, 'query'>, name: string): Promise<boolean> {
  const parsed = parsedBy(client);
  const text = parsed[name];
  // It was refused before it was prepared: dropping what is not there would fail the transaction.
  if (text === undefined) return true;
  delete parsed[name];
  try {
    await client.query(`deallocate "${name.replaceAll('"', '""')}"`);
    return true;
  } catch {
    parsed[name] = text;
    return false;
  }
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
