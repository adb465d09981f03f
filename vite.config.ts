import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { realtime } from './server/vite-plugin.ts';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      // Which language is ours to decide (src/hooks): the compiled messages only ask.
      strategy: ['globalVariable', 'baseLocale']
    }),
    sveltekit({
      adapter: adapter({ precompress: true }),
      // The class that scopes a component's rules stands in every one of its elements: short.
      compilerOptions: { cssHash: ({ hash, filename, css }) => `s${hash(filename + css).slice(0, 5)}` },
      // A page's own few rules come with it: one request less on the first view.
      inlineStyleThreshold: 4096,
      csp: {
        // Hashes, not nonces: a page rendered once for guests is sent to many, and a nonce may be used once.
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute that is not ours: SvelteKit's hidden announcer of page changes.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none']
        }
      }
    }),
    realtime()
  ],
  build: { target: 'es2022' }
});
