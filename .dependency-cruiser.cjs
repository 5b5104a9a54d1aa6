/**
 * Who may import whom; CONTRIBUTING.md says why. Rules are written as what a room may reach: all else inside the house is forbidden to it.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const TEST = '\\.test\\.(ts|mjs)$';
/** What judges the mutants knows both the judge and the accused; no product code imports it. */
const MATRIX = '^mocks/mutants/(matrix|rfc-matrix)[a-z-]*\\.ts$';
const HOUSE = '^(bin|steps|support|mocks|reports|bench|examples)/';
const NETWORK = '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)';
const NETWORK_PACKAGES = 'node_modules/(axios|undici|playwright-core|redis|ioredis|ws)/';

/** A room of support reaches itself, the rooms named, and the types of the rooms in `types`. */
function room(name, { reaches = [], types = [], because }) {
  const from = { path: `^support/${name}/`, pathNot: TEST };
  const own = [`^support/${name}/`, '^support/package-root\\.ts$', ...reaches.map(inSupport)];
  return [
    { name: `${name}-reaches`, severity: 'error', comment: because, from, to: { path: HOUSE, pathNot: [...own, ...types.map(inSupport)] } },
    ...(types.length === 0
      ? []
      : [
          {
            name: `${name}-types-only`,
            severity: 'error',
            comment: `${because} Of ${types.join(', ')} only types.`,
            from,
            to: { path: types.map(inSupport), dependencyTypesNot: ['type-only', 'type-import'] },
          },
        ]),
  ];
}

function inSupport(name) {
  return name.includes('/') ? `^support/${name.replace('.', '\\.')}$` : `^support/${name}/`;
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Two files that need each other are one.', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nothing imports and that imports nothing is of no use.',
      from: {
        orphan: true,
        pathNot: [
          TEST,
          '\\.d\\.ts$',
          '\\.json$',
          '^support/register\\.mjs$',
          '^support/run/silent-formatter\\.ts$',
          '^(bench|examples)/',
          '^mocks/mutants/',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'A package is named in package.json before it is imported.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] },
    },
    {
      name: 'ship-no-dev-packages',
      severity: 'error',
      comment: 'What is published needs only what is installed with it.',
      from: { path: '^(bin|steps|support|mocks|reports)/', pathNot: [TEST, '^support/register\\.mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import', 'npm-peer'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-nameless-rooms',
      severity: 'error',
      comment: 'A file is named for the noun inside.',
      from: { path: '(^|/)(utils?|helpers?|common|lib|misc)(/|\\.[cm]?[jt]s$)', pathNot: 'node_modules' },
      to: {},
    },

    ...room('protocol', { because: '1. RFC nouns and pure functions need nothing but the platform.' }),
    ...room('target', { because: '1. The target file is pure.' }),
    {
      name: 'protocol-packages',
      severity: 'error',
      comment: '1. RFC nouns and pure functions need nothing but the platform.',
      from: { path: '^support/protocol/', pathNot: TEST },
      to: { path: 'node_modules' },
    },
    {
      name: 'target-packages',
      severity: 'error',
      comment: '1. The target file needs its YAML and its schema library.',
      from: { path: '^support/target/', pathNot: TEST },
      to: { path: 'node_modules', pathNot: 'node_modules/(yaml|ajv|ajv-formats)/' },
    },

    ...room('wire', {
      reaches: ['protocol'],
      types: ['target/clock.ts'],
      because: '2. The wire carries; it knows the clock it is read by.',
    }),
    {
      name: 'network',
      severity: 'error',
      comment: '2. Only the wire, the browser driver, the listener and the Redis store touch the network.',
      from: {
        path: '^(bin|steps|support|mocks|reports)/',
        pathNot: [TEST, '^support/wire/', '^support/actors/.*browser', '^mocks/listen\\.ts$', '^mocks/stores/redis'],
      },
      to: { path: [NETWORK, NETWORK_PACKAGES], dependencyTypesNot: ['type-only', 'type-import'] },
    },

    ...room('discovery', {
      reaches: ['wire', 'target', 'protocol'],
      because: '3. Discovery completes a target from what the server says.',
    }),
    ...room('actors', { reaches: ['wire', 'protocol', 'target'], because: '3. Actors act and never judge.' }),
    ...room('verdict', { reaches: ['wire', 'protocol'], types: ['target'], because: '3. Oracles judge and never send.' }),
    {
      name: 'verdict-never-sends',
      severity: 'error',
      comment: '3. Oracles judge and never send.',
      from: { path: '^support/verdict/', pathNot: TEST },
      to: { path: '^support/wire/(send|raw)' },
    },

    ...room('probe', {
      reaches: ['actors', 'verdict', 'protocol'],
      types: ['wire', 'target'],
      because: '4. Capabilities are found by asking.',
    }),
    ...room('properties', {
      reaches: ['actors', 'verdict', 'protocol'],
      types: ['wire', 'target'],
      because: '4. Properties act and judge through those who do.',
    }),

    {
      name: 'steps-reach',
      severity: 'error',
      comment: '5. A step is one call on the World, an actor, an oracle or a property, with the nouns of the protocol and the target.',
      from: { path: '^steps/', pathNot: TEST },
      to: { path: HOUSE, pathNot: ['^steps/', '^support/(acts|actors|verdict|properties|protocol|target)/', '^support/world\\.ts$'] },
    },

    {
      name: 'mocks-share-no-code',
      severity: 'error',
      comment: '6. Judge and accused share no code: one wrong base64url would make both agree.',
      from: { path: '^mocks/', pathNot: [TEST, MATRIX] },
      to: { path: HOUSE, pathNot: ['^mocks/', '^support/protocol/'] },
    },
    {
      name: 'mocks-protocol-types-only',
      severity: 'error',
      comment: '6. Judge and accused share no code: of protocol only types.',
      from: { path: '^mocks/', pathNot: [TEST, MATRIX] },
      to: { path: '^support/protocol/', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'who-imports-mocks',
      severity: 'error',
      comment: '6. Only tests, the matrix, cli, bench and examples know the mock.',
      from: { path: '^(bin|steps|support|reports)/', pathNot: [TEST, '^support/cli/'] },
      to: { path: '^mocks/' },
    },

    {
      name: 'reports-reach',
      severity: 'error',
      comment: '7. Reports render a Run.',
      from: { path: '^reports/', pathNot: TEST },
      to: { path: HOUSE, pathNot: ['^reports/', '^support/(catalogue|run|verdict|wire)/'] },
    },
    {
      name: 'reports-types-only',
      severity: 'error',
      comment: '7. Reports know the shapes of what they render and run none of it.',
      from: { path: '^reports/', pathNot: TEST },
      to: { path: '^support/', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'reports-see-no-secrets',
      severity: 'error',
      comment: '7. Reports see an exchange redacted or not at all.',
      from: { path: '^reports/', pathNot: TEST },
      to: { path: '^support/wire/', pathNot: '^support/wire/redact\\.ts$' },
    },
    {
      name: 'reports-are-pure',
      severity: 'error',
      comment: '7. Renderers have no clock, no file system and no network.',
      from: { path: '^reports/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-collector',
      severity: 'error',
      comment: "7. One file of run knows cucumber's messages; the catalogue parses Gherkin.",
      from: { path: HOUSE, pathNot: [TEST, '^support/run/', '^support/catalogue/'] },
      to: { path: 'node_modules/@cucumber/(messages|gherkin)/' },
    },

    ...room('catalogue', { types: ['verdict'], because: '8. The catalogue is read from the features alone.' }),
    {
      name: 'run-reaches',
      severity: 'error',
      comment: '8. The runner knows all of support but cli, and no mock.',
      from: { path: '^support/run/', pathNot: TEST },
      to: { path: HOUSE, pathNot: '^support/(?!cli/)' },
    },
    {
      name: 'nobody-imports-cli',
      severity: 'error',
      comment: '8. cli is the composition root; only bin hands over to it.',
      from: { pathNot: ['^support/cli/', '^bin/', TEST, MATRIX, '^bench/'] },
      to: { path: '^support/cli/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: '^(dist|reports/latest)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
