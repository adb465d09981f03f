import type { Plugin } from 'vite';

/** Gives the sockets to the same bundler as the pages, so that both share one copy of every module. */
export function realtime(): Plugin {
  return {
    name: 'palabre-realtime',
    config: () => ({
      environments: { ssr: { build: { rolldownOptions: { input: { realtime: 'server/realtime.ts' } } } } }
    }),
    configureServer(vite) {
      const http = vite.httpServer;
      http?.once('listening', async () => {
        const ssr = vite.environments.ssr as unknown as { runner: { import(path: string): Promise<typeof import('./realtime.ts')> } };
        const { attachRealtime } = await ssr.runner.import('/server/realtime.ts');
        attachRealtime(http, { ownsEveryUpgrade: false });
      });
    }
  };
}
