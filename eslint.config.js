// Rules that the compiler does not hold us to. Layout is left to the writer.
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'

const clock = 'Time is passed in: the pure folders know no clock.'
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '**/.slidev/', 'test-results/', 'playwright-report/', 'bench-results/', '**/.cache/', '**/node_modules/', '**/*.d.ts'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/essential'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    files: ['**/*.ts', '**/*.vue'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds it.' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'eqeqeq': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['src/content/*.ts', 'src/content/lint/**/*.ts', 'src/questions/**/*.ts', 'src/memory/**/*.ts', 'src/mechanisms/**/*.ts'],
    ignores: ['**/*.test.ts', '**/bench/**'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: clock }, { object: 'Math', property: 'random', message: 'Chance is passed in: the pure folders draw no lots.' }],
      'no-restricted-syntax': ['error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds it.' }],
    },
  },
  // A test may say that something is there: if it is not, the test fails there, which is its job.
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['slides/**/*.vue'], rules: { 'vue/multi-word-component-names': 'off' } },
)
