import { defineParameterType } from '@cucumber/cucumber';
import { patternOf, verifierAlteration, verifierAlterations, writing, writings } from '../support/actors/alterations.js';
import { CODE_ALTERATIONS, codeAlteration } from '../support/protocol/code-alterations.js';
import { REDIRECT_URI_ALTERATIONS, uriAlteration } from '../support/protocol/redirect-uri-alterations.js';

defineParameterType({ name: 'alteration', regexp: verifierAlterations, transformer: verifierAlteration });
defineParameterType({ name: 'code-alteration', regexp: patternOf(CODE_ALTERATIONS), transformer: codeAlteration });
defineParameterType({ name: 'uri-alteration', regexp: patternOf(REDIRECT_URI_ALTERATIONS), transformer: uriAlteration });
defineParameterType({ name: 'writing', regexp: writings, transformer: writing });
