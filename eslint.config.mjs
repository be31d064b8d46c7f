import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const sources = ['packages/*/src/**/*.ts', 'packages/*/src/**/*.tsx', 'examples/*/src/**/*.ts', 'examples/*/src/**/*.tsx'];
const aroundThem = ['test/**/*.ts', 'test/**/*.tsx', 'configs/*.ts', 'vitest.config.mts'];
const tests = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.it.ts', '**/*.e2e.ts'];

/** The same input gives the same output: whoever needs the time or chance passes it in. */
const pure = {
    files: ['packages/forms/src/**/*.ts', 'packages/statistics/src/**/*.ts', 'packages/*/src/common/**/*.ts'],
    ignores: tests,
    rules: {
        'no-restricted-properties': ['error',
            { object: 'Math', property: 'random', message: 'Domain functions take their randomness as an argument.' },
            { object: 'Date', property: 'now', message: 'Domain functions take the time as an argument.' }],
        'no-restricted-syntax': ['error',
            { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Domain functions take the time as an argument.' }]
    }
};

const everywhere = {
    'eqeqeq': ['error', 'always'],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-debugger': 'error',
    'no-unreachable': 'error',
    'no-self-compare': 'error',
    'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
    'no-empty': ['error', { allowEmptyCatch: false }],
    'no-fallthrough': 'error',
    'object-shorthand': 'error'
};

const typed = {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/ban-ts-comment': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }],
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-for-in-array': 'error',
    '@typescript-eslint/no-implied-eval': 'error'
};

const typescript = (files, project) => ({
    files,
    languageOptions: { parser: tseslint.parser, parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { ...everywhere, ...typed }
});

const react = {
    files: ['packages/*/src/browser/**/*.ts', 'packages/*/src/browser/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' }
};

export default [
    { ignores: ['**/lib/', '**/src-gen/', '**/node_modules/', '**/gen-esbuild.*', '.earshot/'] },
    // what is wrong is put right, not excused in a comment
    { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
    typescript(sources, ['packages/*/tsconfig.json', 'examples/*/tsconfig.json']),
    typescript(aroundThem, ['configs/tests.tsconfig.json']),
    { files: ['**/*.mjs', '**/*.cjs'], rules: everywhere },
    react,
    pure,
    // a test may want to see that a text is not run as a program
    { files: tests, rules: { '@typescript-eslint/no-implied-eval': 'off' } }
];
