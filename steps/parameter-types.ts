import { defineParameterType } from '@cucumber/cucumber';
import { patternOf, verifierAlteration, verifierAlterations, writing, writings } from '../support/actors/alterations.js';
import { credentialsByPhrase, credentialsPattern } from '../support/actors/credentials-by-phrase.js';
import { clientTraits } from '../support/acts/client-authentication.js';
import { CODE_ALTERATIONS, codeAlteration } from '../support/protocol/code-alterations.js';
import { REDIRECT_URI_ALTERATIONS, uriAlteration } from '../support/protocol/redirect-uri-alterations.js';

defineParameterType({ name: 'alteration', regexp: verifierAlterations, transformer: verifierAlteration });
defineParameterType({ name: 'code-alteration', regexp: patternOf(CODE_ALTERATIONS), transformer: codeAlteration });
defineParameterType({ name: 'uri-alteration', regexp: patternOf(REDIRECT_URI_ALTERATIONS), transformer: uriAlteration });
defineParameterType({ name: 'writing', regexp: writings, transformer: writing });
defineParameterType({ name: 'credentials', regexp: credentialsPattern, transformer: credentialsByPhrase });
defineParameterType({ name: 'client-trait', regexp: patternOf(clientTraits), transformer: (trait: string) => trait });
defineParameterType({ name: 'repetition', regexp: /has two values|stands twice alike/, transformer: (repetition: string) => repetition });
defineParameterType({
  name: 'lifetime',
  regexp: /lifetime|(\d+) seconds/,
  transformer: (seconds?: string) => (seconds === undefined ? undefined : Number(seconds)),
});
