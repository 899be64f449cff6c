import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const features = ['library', 'notes', 'checklists', 'search', 'export', 'settings']

/** The program never makes a connection; the page has no means to do so. */
const noNetwork = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].flatMap((name) => [
  { name, message: 'Raadwijzer makes no connections.' },
])
const noNetworkProperties = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'sendBeacon'].map((property) => ({
  property,
  message: 'Raadwijzer makes no connections.',
}))

const generated = { group: ['**/wailsjs/**'], message: 'Only lib/api/wails.ts imports generated code.' }

export default ts.config(
  { ignores: ['dist/', 'dist-fake/', 'node_modules/', 'wailsjs/', 'tests/e2e/shots/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off', // TypeScript knows better
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Plain sets and maps are meant where nothing on the screen depends on them.
      'svelte/prefer-svelte-reactivity': 'off',
      // Hash links within one page; there is no SvelteKit router.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-globals': ['error', ...noNetwork],
      'no-restricted-properties': ['error', ...noNetworkProperties],
      'no-restricted-imports': ['error', { patterns: [generated] }],
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['src/lib/**'],
    ignores: ['src/lib/api/wails.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [generated, { group: ['**/features/**', '**/shell/**'], message: 'lib knows no features.' }] },
      ],
    },
  },
  {
    files: ['src/lib/ui/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            generated,
            {
              group: ['**/features/**', '**/shell/**', '**/api/**', '**/parts/**'],
              message: 'lib/ui is free of the domain.',
            },
          ],
        },
      ],
    },
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            generated,
            { group: ['**/shell/**'], message: 'A feature does not know the shell.' },
            {
              group: features.filter((other) => other !== feature).map((other) => `**/${other}/**`),
              message: 'Features do not import each other.',
            },
          ],
        },
      ],
    },
  })),
  { files: ['src/lib/api/wails.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/lib/parts/SafeHtml.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
  {
    files: ['*.js', '*.ts', 'scripts/**', 'tests/**'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
)
