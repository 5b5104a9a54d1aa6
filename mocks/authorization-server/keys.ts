import { createPrivateKey, sign, type JsonWebKey, type KeyObject } from 'node:crypto';

export type SigningAlgorithm = 'ES256' | 'RS256';

/** The signature over a JWS signing input, in base64url (RFC 7515 §3). */
export function signature(input: string, alg: SigningAlgorithm): string {
  const key = keyFor(alg);
  return sign('sha256', Buffer.from(input), alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : { key }).toString('base64url');
}

/** The public half of a key as a JWK Set shows it. */
export function publicKey(alg: SigningAlgorithm): Readonly<Record<string, unknown>> {
  const { kty, crv, x, y, n, e } = privateKeys[alg];
  return { ...(kty === 'EC' ? { kty, crv, x, y } : { kty, n, e }), kid: keyId[alg], alg, use: 'sig' };
}

/** The private half; only a broken server shows it. */
export const privateKey = (alg: SigningAlgorithm): Readonly<Record<string, unknown>> => ({ ...publicKey(alg), ...privateKeys[alg] });

export const keyId: Readonly<Record<SigningAlgorithm, string>> = { ES256: 'mock-es256', RS256: 'mock-rs256' };

const imported = new Map<SigningAlgorithm, KeyObject>();

function keyFor(alg: SigningAlgorithm): KeyObject {
  const known = imported.get(alg);
  if (known !== undefined) return known;
  const key = createPrivateKey({ key: privateKeys[alg], format: 'jwk' });
  imported.set(alg, key);
  return key;
}

/** Test keys, the same in every mock and known to everybody: they protect nothing. */
const privateKeys: Readonly<Record<SigningAlgorithm, JsonWebKey>> = {
  ES256: {
    kty: 'EC',
    crv: 'P-256',
    x: 'FLBXqlSfzVz0TRXhL8lt14Lq69Ouf_aXWpQlUIpMPyk',
    y: '4i_2GXPoQwY_bKn4Q7QZrL8KFWFD9qJ76haWRRENx9g',
    d: 'O0Bn9F27Ewh46H_ECq17lL2EeUJcFVrAwwdOXWur3lI',
  },
  RS256: {
    kty: 'RSA',
    n: 'xEHMkzOqbcnJhVv5oebly5U-OYjUHH-AWPCf_tZJBZQXEUg40idRX_3TIRIbP_7JScHT4X-SHn3bMM6tnTBuYotLFUzxp5wGpVHcGTcFlNKtYFeTT9G7WwjOJu4G4s_uvtSkAPiu1XJrtGOrHFhFPQe0lMNcTyXtWFu5E9WetJzmdcDB6O0nfBmddxzjQUcgq0sUJe8ynByLTcUFc6B0-GjqEb3Y2QQPcxM6_83FPLg46E5RgbJwOU53rkEkNXP-nqor5gcIkw4bHLywrx1o_58oIqTIegUsQnjbiUNahdcmCN2ii3JvrKY4bLPoxI2rhMpgA6y6b2vadmlqlDpuDw',
    e: 'AQAB',
    d: 'KLUDM1colwwfRg-NSFUlvePvW6yzXlPd8dS7Qvb8f3E3laiWzJRGLzRtSfNA_rWg17Eh-yhkTPnK8KU14qBMjRkaUkk66IqW4EyJ7Br7B-Lo_k476nb0tw2tAOsnN31spl1hxSfPz8sjZu-zarYualnCTYb2Cx6xS73-tgv9lrWFeBJsdnFyBGi7dMYenvQtuAZ33ERK2kgoRRAxq_hPBNXnf-Qj-glUJB6LZcmcjN49c0BBkWDah2y8eCf4VlcRX_rEFFPoFjI74Y20_hnDpvf8QM-LuR0VW0YbE5AxWGYwzOv4laS7mmosBUp6SJ-OznyJarL07IDWXRvsPHhFhQ',
    p: '7nHLjUUtkoM5SXZj5LvQiSuNBZZfVEzEabpcK8P_ta5j89LOJeDi9NmTDE8IZTjG0kFQLypw5HgiJxIToxdvMOO5lD_56YztDRSV378HSD15PrkaZ4wniKMRpKDjWkXQLShX87VG3B91x6iotExlgaVUUiuz_FDhyQ5L6A5ILhs',
    q: '0rTak2XlB_nLXFOhpNR9AqvMLvUt796wGNCFlZgMyicdXzjjcQ1UOLHp4TA6uT6LWdZCK4m6i_Jz7XV1jsipf93CLbHvUgBtHjG0Nb4ZndvGzaXFUHxAtU8hVtXIQAsne5dtk8M_OTWHLMfzmNN1wUHiBdXa-bwDFDRPneEm7x0',
    dp: 'MhXJEeWECxBxShMKLJOe3BE_z_qkD4sIfsTcc3z6C2mUKTUQhDhWs-O31ZAMTWa9rJB3jVC24eayFc7gPRPBEV3kL1W44uvtJyA50wPHPc9b1mb_OtzfuP23yQLafq3HapTc1J4xQi-Bh-zPcv_RGohly9TOO6OpqZfNLfNCCh0',
    dq: 'zvX9S5JmKDNfYEx1FWXxdFIyuFzyxg1Bgt4umAVFarqIyyMho8Wn2BhI1Xt98r5QOemODR23Mgbvf2pEEf9fHc1AEYoYu77XbzT7AV674qYg25Xb_XZOSMh0wsoxa1aJbYgLhXvd-d9t6rprtszdePmxfHHWKD5X99x552VjzLE',
    qi: 'bjA4ySEhbyIwxyN81FlOQRoycWUdai8fpi0elPP5PA4G8cjN2hjg4hhUTYw4L5z8vxOByv9eVfbwT9wq67h18fz4SNGHCREqFsk4jfHc7s5X8e1cE7dhU7FYTxNcK5i6at3dG8f4IqmctlwuAjzAOp-cDx7K9YxC_H4stiPIRdA',
  },
};
