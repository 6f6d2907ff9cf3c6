import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenIdProvider } from '@qantara/platform';

type Claims = Record<string, unknown>;
type Granted = { claims: Claims; nonce: string; challenge: string; redirect: string };
/** How the provider misbehaves: claims that it says in place of the right ones, or a key that is not its own. */
type Lies = { claims?: Claims; hasForeignKey?: boolean; tokenEndpoint?: string; head?: Record<string, unknown> };

const CLIENT = { id: 'qantara', secret: 'kept between the two' };

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** A provider of the outside world (OpenID Connect Core 1.0), as small as it can be; it signs and checks like a real one. */
export class FakeProvider {
  issuer = '';
  lies: Lies = {};
  /** How often anybody has asked it anything. */
  asked = 0;
  /** Who signs in there, for a browser that is sent to it; nobody: it says no. */
  who: Claims | null = null;
  #server: Server;
  #key: KeyObject;
  #jwk: object;
  #granted = new Map<string, Granted>();

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#key = privateKey;
    this.#jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  /** The region's settings for it. */
  settings(more: Partial<OpenIdProvider> = {}): OpenIdProvider {
    return {
      issuer: this.issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      label: { ar: 'الوزارة', fr: 'Ministère', en: 'Ministry' },
      matchesBy: 'email',
      acr: [],
      amr: [],
      hosts: [],
      ...more,
    };
  }

  /** Somebody signs in there: gives the query with which their browser comes back. */
  authorise(address: string, claims: Claims): string {
    const asked = new URL(address).searchParams;
    const code = randomUUID();
    this.#granted.set(code, {
      claims,
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      redirect: asked.get('redirect_uri') ?? '',
    });
    return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: this.issuer }).toString();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked += 1;
    const { pathname, href } = new URL(request.url ?? '/', this.issuer);
    if (pathname === '/authorise') return this.#sendBack(href, response);
    const told = pathname === '/token' ? await this.#token(request) : this.#documents()[pathname];
    response.writeHead(told === undefined ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(told ?? { error: 'invalid_grant' }));
  }

  #sendBack(address: string, response: ServerResponse): void {
    const asked = new URL(address).searchParams;
    const no = new URLSearchParams({ error: 'access_denied', state: asked.get('state') ?? '', iss: this.issuer });
    const query = this.who === null ? no.toString() : this.authorise(address, this.who);
    response.writeHead(302, { location: `${asked.get('redirect_uri') ?? ''}?${query}` }).end();
  }

  #documents(): Record<string, object> {
    const { issuer } = this;
    return {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/authorise`,
        token_endpoint: this.lies.tokenEndpoint ?? `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
      },
      '/keys': { keys: [this.#jwk] },
    };
  }

  async #token(request: IncomingMessage): Promise<object | undefined> {
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    const code = form.get('code') ?? '';
    const granted = this.#granted.get(code);
    this.#granted.delete(code);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const [, basic = ''] = (request.headers.authorization ?? '').split(' ');
    const isOurs = Buffer.from(basic, 'base64').toString().startsWith(`${CLIENT.id}:`);
    if (granted === undefined || !isOurs || proof !== granted.challenge) return undefined;
    if (form.get('redirect_uri') !== granted.redirect) return undefined;
    return { access_token: randomUUID(), token_type: 'bearer', expires_in: 60, id_token: this.#idToken(granted) };
  }

  #idToken({ claims, nonce }: Granted): string {
    const now = Math.floor(Date.now() / 1000);
    const said = { iss: this.issuer, aud: CLIENT.id, iat: now, exp: now + 60, nonce, ...claims, ...this.lies.claims };
    const text = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT', ...this.lies.head })}.${encode(said)}`;
    if (this.lies.head?.['alg'] === 'none') return `${text}.`;
    const foreign = this.lies.hasForeignKey === true ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : null;
    return `${text}.${sign('sha256', Buffer.from(text), foreign?.privateKey ?? this.#key).toString('base64url')}`;
  }
}
