/** What an interface says of how programs are let in (SMART App Launch 2.2 §3.1): where, by which signatures, for which scopes. */
export function smartConfiguration(address: string, types: readonly string[]): Record<string, unknown> {
  return {
    token_endpoint: `${address}/oauth/token`,
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    scopes_supported: ['*', ...types].map((type) => `system/${type}.cruds`),
    capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],
  };
}
