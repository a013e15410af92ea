import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Who may import whom: the table of docs/architecture.md. A room that is not named may import only itself. */
const rooms = {
  core: [],
  protocol: ['core'],
  contract: ['core'],
  tools: ['core'],
  resolve: ['core'],
  store: ['core'],
  chat: ['core', 'protocol', 'contract'],
  engine: ['core', 'protocol', 'contract', 'chat'],
  guard: ['core', 'protocol', 'contract'],
  executor: ['core', 'tools'],
  agent: ['core', 'tools', 'engine', 'contract', 'resolve', 'guard', 'executor', 'protocol'],
  python: ['core', 'protocol'],
  sandbox: ['core', 'protocol', 'engine', 'guard', 'contract', 'python'],
  lab: ['core', 'protocol', 'engine', 'guard', 'contract', 'python'],
  proof: ['core', 'engine', 'guard', 'sandbox', 'lab'],
  transfer: ['core', 'tools', 'resolve', 'store'],
  sync: ['core', 'store', 'transfer'],
  view: ['core', 'agent', 'store', 'sandbox', 'lab', 'proof', 'transfer'],
};

const room = (type) => ({ element: { type } });
const policies = Object.entries(rooms).map(([from, to]) => ({
  from: room(from),
  allow: [from, ...to].map((type) => ({ to: room(type) })),
}));
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'public/', 'training/', 'test-results/', 'playwright-report/', 'coverage/'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
  },
  {
    // What wires the rooms (src/*.ts, src/automation) may import all of them, and tests may set up what they need.
    files: ['src/*/**/*.ts', 'src/*/**/*.svelte'],
    ignores: ['**/*.test.ts', 'src/automation/**'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [...Object.keys(rooms).map((type) => ({ type, pattern: `src/${type}` }))],
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies }] },
  },
);
