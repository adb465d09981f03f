import '../session-parts.ts';
import { settings } from '#lib/server/env.ts';
import { Stopped, type Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'seed',
  usage: '',
  summary: 'fill an empty database with the demo world',
  details:
    'Illustrative organisations, people, forums, sessions, briefs and lessons. npm start does the same unless PALABRE_DEMO is off.',
  takes: { least: 0, most: 0 },
  async run() {
    if (!settings().demo) throw new Stopped('PALABRE_DEMO is off: the demo world is never made here.');
    await openStore({ bringUp: true });
    const { seedDemoWorld, demoSignIns } = await import('../seed/demo-world.ts');
    const started = performance.now();
    await seedDemoWorld();
    console.log(
      `The demo world is in (${((performance.now() - started) / 1000).toFixed(1)} s). Sign in with:`
    );
    for (const { email, password, who } of demoSignIns)
      console.log(`  ${email.padEnd(38)} ${password}   ${who}`);
  }
};
