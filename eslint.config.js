import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import eslint from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/** ui → app → sentences → {storage, capture, pose-worker} → exercises → {core, words}: what each folder may not import. */
const ABOVE = {
  core: ['ui', 'app', 'sentences', 'storage', 'capture', 'pose-worker', 'exercises', 'words'],
  exercises: ['ui', 'app', 'sentences', 'storage', 'capture', 'pose-worker'],
  capture: ['ui', 'app', 'sentences', 'storage', 'pose-worker'],
  'pose-worker': ['ui', 'app', 'sentences', 'storage'],
  storage: ['ui', 'app', 'sentences'],
  sentences: ['ui', 'app'],
  app: ['ui'],
}

const folderRules = Object.entries(ABOVE).map(([folder, above]) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${above.join('|')})(/|$)`,
            message: `src/${folder} stands below it: see the folders in docs/design.md`,
          },
          ...(folder === 'core'
            ? [{ regex: '^[^.]', message: 'src/core is pure: no packages, no DOM, no clock' }]
            : []),
        ],
      },
    ],
  },
}))

const exerciseIds = readdirSync(path.join(import.meta.dirname, 'src/exercises'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(entry.parentPath, entry.name, 'outline.ts')))
  .map((entry) => entry.name)
const namesExercise = `[value=/^(${exerciseIds.join('|')})$/]`

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'public/',
      'test-results/',
      'playwright-report/',
      'bench/out/',
      'src/*/compiled/',
      // Stands as it would in src/exercises, where its imports resolve.
      'tests/fixtures/exercises/',
      '.svelte-kit/',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // TypeScript knows which names exist.
      'no-undef': 'off',
      eqeqeq: 'error',
      // It takes numbers that know their unit (src/core/units.ts) for no numbers; TypeScript sees to the rest.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
    rules: {
      // `let { x } = $props()` is how Svelte declares them.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
      // The policy's style-src has no 'unsafe-inline': a style attribute in a template would silently not apply.
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
    },
  },
  {
    // Purity that the compiler can't see: the time and chance are passed in.
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', 'performance', 'crypto', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'pass the time in' },
        { object: 'Math', property: 'random', message: 'pass chance in' },
      ],
    },
  },
  {
    // What differs from exercise to exercise stands in its folder; other code asks the outline or the definition.
    files: ['src/**'],
    ignores: ['src/exercises/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal', 'SvelteLiteral'].map((node) => ({
          selector: `${node}${namesExercise}`,
          message: 'Names one exercise: say it in the exercise’s folder and ask for it here',
        })),
      ],
    },
  },
  ...folderRules,
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: globals.node } },
)
