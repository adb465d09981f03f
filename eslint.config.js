import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'src/lib/paraglide/',
      'data/',
      'node_modules/',
      'test-results/',
      'bench/node_modules/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      'no-undef': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      // Addresses are written as they are: the app lives at the root of its host.
      'svelte/no-navigation-without-resolve': 'off',
      // Rendered Markdown is the one place; it comes from lib/server/markdown.ts, which sanitises (its tests say what).
      'svelte/no-at-html-tags': 'off',
      'svelte/prefer-svelte-reactivity': 'off'
    }
  }
);
