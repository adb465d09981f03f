import type { Server as HttpServer } from 'node:http';
import type { Plugin, RunnableDevEnvironment } from 'vite';

/** Modules that every page runs; SvelteKit's own client entries stay apart, it looks for them by name. */
const everyPage =
  /node_modules\/(svelte|devalue|esm-env|clsx)\/|@sveltejs\/kit\/src\/(exports|utils|runtime\/(app|shared|utils|pathname))|\/lib\/(ui|live|names|moment|paraglide\/(runtime|messages\/(shell_|act_|capacity_)))|features\/people\/(ActLine|CapacityPicker|mark)/;

/** Gives the sockets to the same bundler as the pages, so that both share one copy of every module. */
export function realtime(): Plugin {
  return {
    name: 'palabre-realtime',
    config: () => ({
      environments: {
        ssr: { build: { rolldownOptions: { input: { start: 'server/start.ts' } } } },
        // What every page needs comes as one file: on a slow line each request more costs a round trip.
        client: {
          build: {
            rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: everyPage }] } } }
          }
        }
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
        attachRealtime(http as HttpServer, { ownsEveryUpgrade: false });
        await greet(http.address());
      });
    }
  };
}
