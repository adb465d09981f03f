import { keepEnds } from '#features/ballots/server/keep-ends.ts';
import { adoptPosts } from '#features/archive/server/adopt-posts.ts';
import { keepDue } from '#features/forum/server/support/keep-due.ts';
import { keepLetters } from '#features/registration/server/keep-letters.ts';
import { sweepFiles } from '#features/files/server/sweep-files.ts';
import { keepClosings } from '#features/positions/server/keep-closings.ts';
import { followClosings } from '#features/outcomes/server/follow-closings.ts';
import { keepApprovals } from '#features/records/server/keep-approvals.ts';
import { followDirectory } from '#features/search/server/directory.ts';
import { openSearch } from '#features/search/server/threads.ts';
import { endLostPlaces } from '#features/spaces/server/end-lost-places.ts';
import { listen } from '#lib/server/announce.ts';
import { watchWaiting } from '#features/forum/server/end-waiting.ts';
import { mailWaiting } from '#features/forum/server/mail-clearance.ts';
import { settings } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { migrate } from '#lib/server/migrate.ts';
import { openPglite, openPostgres } from '#lib/server/postgres.ts';
import { missAll } from './lost-lines.ts';
import './session-parts.ts';
import { reindexWhenBehind } from './reindex.ts';
import { tellQuestionThreads } from './question-threads.ts';
import { remember } from '#lib/server/remember.ts';

/** Opens the store, brings it to this version's shape and wakes the listeners. Once per process, however often called. */
export const openHouse = (): Promise<void> =>
  remember('house', async () => {
    const { database } = settings();
    if (database.kind === 'postgres') openPostgres(database.url);
    if (database.kind === 'pglite') await openPglite(database.dir);
    await migrate();
    const adopted = await adoptPosts();
    if (adopted > 0) log.info({ posts: adopted }, 'posts older than the chain were adopted');
    followDirectory();
    followClosings();
    mailWaiting();
    watchWaiting();
    sweepNowAndThen();
    keepDue();
    tellQuestionThreads();
    keepLetters();
    await keepClosings();
    await keepEnds();
    await keepApprovals();
    await missAll();
    listen('spaces', async ({ name, payload }) => {
      if (name === 'affiliation.ended') await endLostPlaces((payload as { personId: string }).personId);
    });
    await endLostPlaces();
    setTimeout(openSearch, 500).unref();
    // In the open house: whoever comes in meanwhile finds what is written until then.
    setTimeout(() => {
      reindexWhenBehind().catch((fault: unknown) =>
        log.error({ fault: String(fault) }, 'the search index was not written')
      );
    }, 2000).unref();
  });

/** Uploads that nobody attached, and what a killed process left, go within a day and an hour. */
function sweepNowAndThen(): void {
  const sweep = () =>
    sweepFiles().catch((fault: unknown) => log.error({ fault: String(fault) }, 'files were not swept'));
  setTimeout(sweep, 60_000).unref();
  setInterval(sweep, 3_600_000).unref();
}
