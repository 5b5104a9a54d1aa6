import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An overlong encoding of a letter is read as the letter',
  breaks: ['rfc7636/4.1/non-ascii-verifier'],
  replace: (correct) => ({
    decode: (encoded, name) =>
      correct.decode(
        name === 'code_verifier'
          ? encoded.replace(/%c1%([89ab][0-9a-f])/gi, (_, low: string) => String.fromCharCode(0x40 | (parseInt(low, 16) & 0x3f)))
          : encoded,
        name,
      ),
  }),
});
