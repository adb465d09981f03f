import type { Server as HttpServer } from 'node:http';
import type { Plugin, RunnableDevEnvironment } from 'vite';
import { clientChunks } from './client-chunks.ts';

/** Gives the sockets to the same bundler as the pages, so that both share one copy of every module. */
export function realtime(): Plugin {
  return {
    name: 'palabre-realtime',
    config: () => ({
      environments: {
        ssr: { build: { rolldownOptions: { input: { start: 'server/start.ts' } } } },
        client: {
          build: {
            rolldownOptions: {
              output: {
                codeSplitting: {
                  groups: [{ name: 'base', test: /rolldown\/runtime/, priority: 1 }, { name: clientChunks() }]
                }
              }
            }
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
