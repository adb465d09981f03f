import type { Server as HttpServer } from 'node:http';
import type { Plugin, RunnableDevEnvironment } from 'vite';

/**
 * On a slow line each request more costs a round trip: what most pages share comes as one file, and what a thread
 * shares with the pages of its posts as another. What few pages use, of Svelte too, stays apart.
 */
const rare =
  /svelte\/.*(bindings\/(select|input|file|media|size|window)|custom-element|transitions|svelte-element|blocks\/(key|await)|store\/)|runtime\/(app\/forms|client\/entry)|live\/polling/;
const base = [
  /rolldown\/runtime|node_modules\/(svelte|devalue|esm-env|clsx|@sveltejs\/kit)\//,
  /\/src\/lib\/(ui\/|live\/|names|moment|dir|typed-early|vocab\/(country-name|text)|paraglide\/(runtime|registry))/,
  /\/src\/features\/(people\/(ActLine|mark)|lessons\/(LessonsFrom|PolarityChip|polarity-name))/,
  /\/messages\/(shell_|act_|vocab_country_|lessons_(polarity_|from_here|record))/
];
const thread =
  /\/src\/features\/(forum\/(forum|kept|ReplyDoor|desk)|files\/(files|AttachmentList)|drafts\/(drafts|kept-draft))|\/messages\/(forum_(posts|aside|closed|may_not|markdown|kept|sign_in|revoked|reopen|close)|files_(list|not_kept)|spaces_(members_only|restricted|led_by))/;
const groups = [
  { name: 'base', test: (id: string) => base.some((path) => path.test(id)) && !rare.test(id) },
  { name: 'thread', test: thread }
];

/** Gives the sockets to the same bundler as the pages, so that both share one copy of every module. */
export function realtime(): Plugin {
  return {
    name: 'palabre-realtime',
    config: () => ({
      environments: {
        ssr: { build: { rolldownOptions: { input: { start: 'server/start.ts' } } } },
        client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
      }
    }),
    configureServer(vite) {
      const http = vite.httpServer;
      http?.once('listening', async () => {
        const ssr = vite.environments.ssr as RunnableDevEnvironment;
        const { attachRealtime } =
          await ssr.runner.import<typeof import('./realtime.ts')>('/server/realtime.ts');
        const { openHouse } =
          await ssr.runner.import<typeof import('./open-house.ts')>('/server/open-house.ts');
        const { furnish, greet } =
          await ssr.runner.import<typeof import('./welcome.ts')>('/server/welcome.ts');
        await openHouse();
        await furnish();
        const { tendFollowing } = await ssr.runner.import<
          typeof import('#features/following/server/tend.ts')
        >('/src/features/following/server/tend.ts');
        tendFollowing();
        attachRealtime(http as HttpServer, { ownsEveryUpgrade: false });
        await greet(http.address());
      });
    }
  };
}
