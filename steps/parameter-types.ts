import { defineParameterType } from '@cucumber/cucumber';
import {
  uriAlteration,
  uriAlterations,
  verifierAlteration,
  verifierAlterations,
  writing,
  writings,
} from '../support/actors/alterations.js';

defineParameterType({ name: 'alteration', regexp: verifierAlterations, transformer: verifierAlteration });
defineParameterType({ name: 'uri-alteration', regexp: uriAlterations, transformer: uriAlteration });
defineParameterType({ name: 'writing', regexp: writings, transformer: writing });
