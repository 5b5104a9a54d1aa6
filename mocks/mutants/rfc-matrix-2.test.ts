import { proveRfcRules } from './rfc-matrix.js';

proveRfcRules(2, 2);
