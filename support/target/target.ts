/** A server to judge, complete: parsed, defaulted and, where it named registration, registered. Keys are those of the target file. */
export interface Target {
  readonly name: string;
  readonly issuer?: string;
  readonly endpoints: Endpoints;
  readonly profiles: readonly string[];
  /** Public first; `type` is derived from the entry's authentication method. */
  readonly clients: readonly RegisteredClient[];
  readonly registration?: { readonly initial_access_token?: string };
  readonly login: Login;
  readonly scope?: string;
  readonly authorization_parameters: Readonly<Record<string, string>>;
  readonly lifetimes: Lifetimes;
  readonly capabilities: DeclaredCapabilities;
  readonly proof?: Proof;
  readonly policy: TargetPolicy;
  readonly insecure_http: boolean;
  readonly ca_file?: string;
  readonly clock?: { readonly advance_url: string };
  readonly browser_client: boolean;
}

export interface Endpoints {
  readonly authorization?: string;
  readonly token?: string;
  readonly protected_resource?: string;
  readonly pushed_authorization_request?: string;
  readonly challenge_code_token?: string;
  readonly pkce_access_token?: string;
}

export type TokenEndpointAuthMethod = 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';

export interface RegisteredClient {
  readonly client_id: string;
  readonly client_secret?: string;
  readonly token_endpoint_auth_method: TokenEndpointAuthMethod;
  readonly private_key_file?: string;
  /** What the file holds: PKCS #8, PEM; and the `kid` of a JWK. */
  readonly private_key?: string;
  readonly key_id?: string;
  /** False where the method is our default and not the file's word. */
  readonly method_declared: boolean;
  readonly type: 'public' | 'confidential';
  readonly redirect_uris: readonly string[];
  readonly application_type: 'web' | 'native';
  readonly scope?: string;
  /** The server takes the authorization requests of this client by a push only, RFC 9126 §5, §6. */
  readonly require_pushed_authorization_requests?: boolean;
  /** RFC 7592, where the server gave them: used to delete the client afterwards. */
  readonly registration_client_uri?: string;
  readonly registration_access_token?: string;
}

export interface Login {
  readonly driver: 'automatic' | 'form' | 'browser' | 'module' | 'manual';
  readonly username?: string;
  readonly password?: string;
  /** CSS selectors. */
  readonly selectors?: {
    readonly username?: string;
    readonly password?: string;
    readonly submit?: string;
    readonly approve?: string;
  };
  /** Those beside the server's own that the password may be sent to. */
  readonly origins?: readonly string[];
  readonly module?: string;
  readonly session_minutes?: number;
}

/** Seconds. */
export interface Lifetimes {
  readonly code?: number;
  readonly access_token?: number;
  /** Of a refresh token that is never used. */
  readonly refresh_token?: number;
  readonly tolerance: number;
  readonly resource_leeway: number;
}

export interface DeclaredCapabilities {
  readonly plain?: boolean;
  readonly require_pkce?: boolean;
  readonly refresh_token?: boolean;
  readonly concurrent_codes?: boolean;
  readonly concurrent_tokens?: boolean;
  readonly native?: boolean;
  readonly par?: boolean;
  readonly iss?: boolean;
}

export interface Proof {
  readonly carrier: 'form' | 'header' | 'query';
  readonly name: string;
  readonly url: string;
}

export interface TargetPolicy {
  readonly verifier_syntax: 'observe' | 'enforce';
  readonly max_verifier_length: number;
  readonly redirect_uri_omission: 'reject' | 'allow';
  readonly unknown_client_errors: readonly string[];
  readonly missing_verifier_errors: readonly string[];
  readonly extra_error_codes: readonly string[];
  readonly code_after_failed_verifier: 'any' | 'kept' | 'burned';
  readonly replay_revocation: 'should' | 'info';
  /** Seconds. */
  readonly refresh_reuse_grace: number;
  readonly reuse_scope: 'client' | 'global';
  readonly reuse_errors: readonly string[];
  readonly single_use: boolean;
  /** Seconds. */
  readonly max_expires_in?: number;
  readonly nonce_assurance: boolean;
  readonly scope_separators: 'space' | 'comma-and-space';
  /** The scope token without which `endpoints.protected_resource` stays shut; absent: nobody knows. */
  readonly resource_scope?: string;
  /** The extension grant_type of a Challenge Code Token request; absent: none is sent. */
  readonly grant_type?: string;
}
