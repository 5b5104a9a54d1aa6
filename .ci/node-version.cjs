// Read by whatever Node stands first in the path, so it keeps to what an old one understands.
'use strict';

var found = process.versions.node.split('.').map(Number);
var fits = (found[0] === 22 && found[1] >= 15) || found[0] === 24 || found[0] >= 26;

if (!fits) {
  console.error(
    'pkce-conformance needs Node ' +
      require('../package.json').engines.node +
      ' and found ' +
      process.versions.node +
      ': run "npm ci", which brings a fitting one.',
  );
  process.exit(1);
}
