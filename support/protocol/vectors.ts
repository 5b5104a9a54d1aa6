import type { CodeVerifier } from './code-verifier.js';

/** RFC 7636 Appendix A: octets and their base64url writing. */
export const APPENDIX_A = { octets: Uint8Array.of(3, 236, 255, 224, 193), base64url: 'A-z_4ME' } as const;

/** RFC 7636 Appendix B: the published S256 example. */
export const APPENDIX_B = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' as CodeVerifier,
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

/** The two sample verifiers that the PKCE Access Token document prints; both are shorter than RFC 7636 §4.1 allows. */
export const PRINTED_SHORT_VERIFIERS = ['lw22ZEI0JwNflL4sjEISwk8', 'lw22ZEINflL4sjEISwk8'] as const;
