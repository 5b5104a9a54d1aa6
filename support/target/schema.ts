import { targetFile } from './file-shape.js';
import type { JsonSchema } from './shape.js';

/**
 * The JSON Schema of the target file (draft 2020-12), for editors and for those who write target files by program. It is
 * published as `target.schema.json`, which a test holds against this. What only the whole file or the environment shows
 * (plain http to another machine, one client named twice, an unset variable) is the parser's alone to say.
 */
export function targetSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Target file of pkce-conformance',
    ...withClientRules(targetFile.schema),
    allOf: [clientsOrRegistration, issuerOrEndpoints, redirectUrisForCodes],
  };
}

const has = (...names: string[]) => ({ required: names });
const endpointsWith = (...names: string[]) => ({ required: ['endpoints'], properties: { endpoints: { required: names } } });

const clientsOrRegistration = { oneOf: [has('clients'), has('registration', 'issuer')] };

/** Profiles that only ask for Challenge Code Tokens, which no user agent takes part in. */
const onlyChallengeCodeTokens = { required: ['profiles'], properties: { profiles: { items: { const: 'challenge-code-token' } } } };
const onlyDocuments = {
  required: ['profiles'],
  properties: { profiles: { items: { enum: ['challenge-code-token', 'pkce-access-token'] } } },
};
const namesProfile = (name: string) => ({ required: ['profiles'], properties: { profiles: { contains: { const: name } } } });

const issuerOrEndpoints = {
  anyOf: [
    has('issuer'),
    endpointsWith('authorization', 'token'),
    { allOf: [onlyChallengeCodeTokens, { anyOf: [endpointsWith('token'), endpointsWith('challenge_code_token')] }] },
    {
      allOf: [
        onlyDocuments,
        endpointsWith('authorization', 'pkce_access_token'),
        { if: namesProfile('challenge-code-token'), then: { anyOf: [endpointsWith('token'), endpointsWith('challenge_code_token')] } },
      ],
    },
  ],
};

const redirectUrisForCodes = {
  if: onlyChallengeCodeTokens,
  then: { properties: { clients: { items: has('client_secret') } } },
  else: { properties: { clients: { items: has('redirect_uris') } } },
};

/** A client has a secret exactly if its method uses one. */
const secretFitsMethod = {
  if: has('token_endpoint_auth_method'),
  then: {
    if: { properties: { token_endpoint_auth_method: { const: 'none' } } },
    then: { not: { anyOf: [has('client_secret'), has('private_key_file')] } },
    else: {
      if: { properties: { token_endpoint_auth_method: { enum: ['client_secret_basic', 'client_secret_post'] } } },
      then: { allOf: [has('client_secret'), { not: has('private_key_file') }] },
      else: {
        if: { properties: { token_endpoint_auth_method: { const: 'private_key_jwt' } } },
        then: { allOf: [has('private_key_file'), { not: has('client_secret') }] },
      },
    },
  },
  else: { not: has('client_secret', 'private_key_file') },
};

function withClientRules(schema: JsonSchema): JsonSchema {
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
  const { items, ...clients } = properties.clients as JsonSchema & { readonly items: JsonSchema };
  return { ...schema, properties: { ...properties, clients: { ...clients, items: { ...items, ...secretFitsMethod } } } };
}
