import { capable, lawful, type LawfulServer } from './lawful-server.js';

const carrierOf = { client_secret_basic: 'basic', client_secret_post: 'body', private_key_jwt: 'assertion', none: undefined } as const;

/** Habits in knowing clients and in telling of itself. */
export const clientHabits: Readonly<Record<string, LawfulServer>> = {
  'takes-one-method-for-each-client': lawful('A client authenticates by the method that it is registered for and by no other', {
    mayAuthenticateBy: (client, carrier) => carrierOf[client.token_endpoint_auth_method] === carrier,
  }),
  'takes-secrets-by-post': lawful(
    'Secrets are taken in the body alone, and metadata says so',
    ({ metadataMembers }) => ({
      secretCarriers: ['body', 'assertion'],
      metadataMembers: (members, document) => ({
        ...metadataMembers(members, document),
        token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'private_key_jwt'],
      }),
    }),
    {
      described: (target) => ({
        ...target,
        clients: target.clients.map((client) =>
          client.client_secret === undefined ? client : { ...client, token_endpoint_auth_method: 'client_secret_post' },
        ),
      }),
      // The Basic header is passed over, as every scheme is that the server does not know.
      advised: ['rfc6749/2.3/two-authentication-methods'],
    },
  ),
  'has-no-metadata': lawful(
    'Nothing is published under the well-known addresses',
    { metadataStatus: 404 },
    { described: capable({ metadata: false, jwks: false }) },
  ),
  'leaves-none-out': lawful(
    'Metadata does not say that public clients are served',
    ({ metadataMembers }) => ({
      metadataMembers: (members, document) => ({
        ...metadataMembers(members, document),
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
      }),
    }),
    { advised: ['rfc8414/2/authentication-in-use-advertised'] },
  ),
};
