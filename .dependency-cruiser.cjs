/** The import graph is the architecture (docs: ARCHITECTURE.md). Each folder names what it may import; type imports count. */
const MAY_IMPORT = {
  core: [],
  geo: ['core'],
  model: ['core', 'geo'],
  rules: ['core', 'geo', 'model'],
  checks: ['core', 'geo', 'model', 'rules'],
  formats: ['core', 'geo', 'model'],
  i18n: ['core'],
  reports: ['core', 'geo', 'model', 'rules', 'checks', 'i18n'],
  engine: ['core', 'geo', 'model', 'rules', 'checks', 'formats', 'reports'],
  storage: ['core', 'geo', 'model', 'formats'],
  map: ['core', 'geo', 'model'],
  draw: ['core', 'geo', 'model', 'map'],
  briefing: ['core', 'geo', 'model', 'map'],
  ui: [
    'core',
    'geo',
    'model',
    'rules',
    'checks',
    'formats',
    'i18n',
    'reports',
    'engine',
    'storage',
    'map',
    'draw',
    'briefing',
  ],
};
const PURE = ['core', 'geo', 'model', 'rules', 'checks', 'formats', 'i18n', 'reports'];

const directions = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `direction-of-${folder}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...directions,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-app-and-cli-are-on-top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|cli)/' },
      to: { path: '^src/(app|cli)/' },
    },
    { name: 'app-and-cli-apart', severity: 'error', from: { path: '^src/app/' }, to: { path: '^src/cli/' } },
    {
      name: 'cli-without-app',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/(app|ui|map|draw|briefing|storage)/' },
    },
    {
      name: 'generator-reads-only-the-lower-house',
      severity: 'error',
      from: { path: '^data/demo/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/', pathNot: '^src/(core|geo|model)/' },
    },
    {
      name: 'pure-folders-know-no-platform',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/`, pathNot: '[.]test[.]ts$' },
      to: { path: '^(node_modules/(react|react-dom|maplibre-gl|@deck[.]gl|@mantine)/|node:)', dependencyTypesNot: [] },
    },
    {
      name: 'pure-folders-no-node-core',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/`, pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '([.]test[.]tsx?$|^test/)' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '[?]' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]test[.]tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
