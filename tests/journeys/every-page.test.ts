import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, forum, longThread, postCards, test, type Visit } from './people.ts';

/** The community of practice of the demo world. */
const community = 'reseau-achats-sante';

test.describe.configure({ mode: 'parallel' });

/** Who sees a kind of page, and where one of it is; found by following links, as people do. */
interface Kind {
  name: string;
  path: string;
  who?: string;
}

/** One page of every kind there is. */
async function everyKind(visit: Visit): Promise<Kind[]> {
  const [guest, member] = await Promise.all([visit(), visit('ministry.sn')]);
  const href = async (page: Page, at: string, name: RegExp | string) => {
    await page.goto(at);
    return (await page.getByRole('link', { name }).first().getAttribute('href'))!;
  };
  const thread = await longThread(guest);
  await guest.goto(thread);
  const person = (await guest.locator('article a[href^="/people/"]').first().getAttribute('href'))!;
  await member.goto(thread);
  const edit = (await postCards(member)
    .getByRole('link', { name: 'Edit or withdraw' })
    .first()
    .getAttribute('href'))!;
  const live = await href(guest, '/sessions', /six points à décider/);
  const [held, lesson] = await Promise.all([
    archived(guest),
    member
      .goto('/lessons')
      .then(() =>
        member
          .getByRole('region', { name: 'Results' })
          .getByRole('heading')
          .getByRole('link')
          .first()
          .getAttribute('href')
      )
  ]);
  const published = await href(guest, '/briefs', 'Key actions on measuring payment delays');
  const publication = await href(guest, published, 'Publication 1');
  const brief = await href(member, '/briefs', /^Comment payer à temps/);
  const coming = await href(member, '/sessions', /first reading of the declaration/);
  const planned = await href(guest, '/sessions', /^Hauts fonctionnaires/);
  const decided = await href(guest, thread, /^Nos cinq pays recommandent/);
  const sixPoints = await href(guest, `/forums/${forum}`, /^Six points/);
  const asked = await href(guest, sixPoints, /^Do the six points/);
  const ministry = await visit('ministry.mw');
  const clauses = await href(ministry, '/forums/health-worker-mobility', /^What should a bilateral/);
  const ranked = await href(ministry, clauses, /^Which clauses/);
  const author = await visit('aissatou.ba');
  const copy = await href(author, '/copies', /^Jumelages d’hôpitaux/);
  const of = (title: RegExp) => href(guest, `/forums/${forum}`, title);
  const call = await of(/^Délais de remboursement/);
  const question = await of(/^Quel texte oblige/);
  const request = await of(/^Apoio para rever/);
  await member.goto(call);
  const experience = (await postCards(member)
    .getByRole('link', { name: 'Edit or withdraw' })
    .first()
    .getAttribute('href'))!;
  const organisation = await href(guest, '/organisations', /Ministry of Health, Senegal|Senegal/);
  const report = await href(member, thread, 'Report');
  const waiter = await visit('amadou.keita');
  await waiter.goto('/waiting');
  const waits = (await waiter.locator('main a[href^="/waiting/"]').first().getAttribute('href'))!;
  return [
    { name: 'home', path: '/' },
    { name: 'home of a member', path: '/', who: 'ministry.sn' },
    { name: 'forums', path: '/forums' },
    { name: 'forum', path: `/forums/${forum}`, who: 'secretariat' },
    { name: 'members of a forum', path: `/forums/${forum}/members`, who: 'secretariat' },
    { name: 'forums, narrowed', path: '/forums?kind=community&region=AFR&open=on' },
    { name: 'new forum', path: '/forums/new', who: 'admin' },
    { name: 'community, asking to join', path: `/forums/${community}`, who: 'nurses' },
    { name: 'members of a community, counted', path: `/forums/${community}/members` },
    { name: 'requests to join', path: `/forums/${community}/requests`, who: 'admin' },
    { name: 'invitations of a community', path: `/forums/${community}/invitations`, who: 'admin' },
    { name: 'settings of a community', path: `/forums/${community}/settings`, who: 'admin' },
    { name: 'house rules', path: `/forums/${community}/house-rules`, who: 'admin' },
    { name: 'summary of a community', path: `/forums/${community}/summary` },
    { name: 'own invitations', path: '/invitations', who: 'ministry.mw' },
    { name: 'thread', path: thread },
    { name: 'thread with a composer', path: thread, who: 'ministry.sn' },
    { name: 'attribution of a thread', path: `${thread}/attribution`, who: 'admin' },
    { name: 'posts to move', path: `${thread}/moves`, who: 'admin' },
    { name: 'attribution of a forum', path: `/forums/${community}/attribution`, who: 'admin' },
    { name: 'keyboard', path: '/keyboard' },
    { name: 'new thread', path: `/threads/new?forum=${forum}`, who: 'ministry.sn' },
    { name: 'new support request', path: `/threads/new?forum=${forum}&purpose=support`, who: 'ministry.sn' },
    {
      name: 'new announcement',
      path: `/threads/new?forum=${forum}&purpose=announcement`,
      who: 'secretariat'
    },
    { name: 'forum, narrowed', path: `/forums/${forum}?purpose=question&tag=axis:financing`, who: 'nurses' },
    { name: 'call for experiences', path: call },
    { name: 'call with its form', path: `${call}?outcome=worked&sort=year`, who: 'ministry.sn' },
    { name: 'experience being changed', path: experience, who: 'ministry.sn' },
    { name: 'question, answered', path: question },
    { name: 'support request', path: request, who: 'admin' },
    { name: 'tags of a thread', path: `${question}/tags`, who: 'secretariat' },
    { name: 'tag', path: '/tags/block:health_financing' },
    { name: 'support requests', path: '/support', who: 'admin' },
    { name: 'support desks', path: '/support/desks', who: 'admin' },
    { name: 'post being edited', path: edit, who: 'ministry.sn' },
    { name: 'history of a post', path: `${edit}/history` },
    { name: 'queue of a moderator', path: '/moderation', who: 'ministry.mw' },
    { name: 'moderation of a forum', path: `/forums/${forum}/moderation`, who: 'secretariat' },
    { name: 'to clear', path: '/clearance', who: 'fatoumata.traore' },
    { name: 'waiting', path: '/waiting', who: 'amadou.keita' },
    { name: 'waiting text', path: waits, who: 'amadou.keita' },
    { name: 'report of a post', path: report, who: 'ministry.sn' },
    { name: 'case of a post', path: report, who: 'admin' },
    { name: 'clearance of a ministry', path: '/organisations/ministry-of-health-ml/clearance', who: 'admin' },
    { name: 'drafts', path: '/drafts', who: 'ministry.sn' },
    { name: 'sessions', path: '/sessions', who: 'secretariat' },
    { name: 'session, live', path: live, who: 'secretariat' },
    { name: 'session, live, for a guest', path: live },
    { name: 'session, on the wall', path: `${live}/projector` },
    { name: 'session, live, for its rapporteur', path: live, who: 'aissatou.ba' },
    { name: 'session, the text beside the list', path: `${live}/text`, who: 'ministry.sn' },
    { name: 'delegations of a session', path: `${live}/delegations`, who: 'secretariat' },
    { name: 'delegations of a session, counted', path: `${planned}/delegations` },
    { name: 'session, coming', path: coming, who: 'ministry.sn' },
    { name: 'session, prepared', path: planned, who: 'secretariat' },
    { name: 'session, its plan', path: `${planned}/edit`, who: 'secretariat' },
    { name: 'session, who comes', path: `${planned}/invitations`, who: 'secretariat' },
    { name: 'session, archived', path: held },
    { name: 'proposals', path: '/proposals' },
    { name: 'proposals, ended', path: '/proposals?show=ended', who: 'ministry.sn' },
    { name: 'proposal, closed', path: decided },
    { name: 'proposal, open', path: asked, who: 'ministry.sn' },
    { name: 'proposal, open, for a guest', path: asked },
    { name: 'proposal, closed until the end', path: ranked, who: 'ministry.mw' },
    { name: 'new proposal', path: `/proposals/new?thread=${thread.split('/').pop()}`, who: 'ministry.sn' },
    { name: 'new session', path: `/sessions/new?forum=${forum}`, who: 'secretariat' },
    { name: 'briefs', path: '/briefs', who: 'ministry.sn' },
    { name: 'brief, edited', path: brief, who: 'ministry.sn' },
    { name: 'brief, read', path: brief },
    { name: 'brief, published', path: publication },
    { name: 'new brief', path: '/briefs/new', who: 'ministry.sn' },
    { name: 'access to a brief', path: `${brief}/access`, who: 'ministry.sn' },
    { name: 'lessons', path: '/lessons' },
    { name: 'lessons, narrowed', path: '/lessons?q=remboursement&polarity=worked' },
    { name: 'lesson', path: lesson! },
    { name: 'new lesson', path: '/lessons/new', who: 'ministry.sn' },
    { name: 'search', path: '/search' },
    { name: 'search, found', path: '/search?q=paiement' },
    { name: 'search, found by a member', path: '/search?q=payment+country:SN', who: 'ministry.sn' },
    { name: 'search, misunderstood', path: '/search?q=topic:x+country:Atlantis+before:soon+zzzzqqq' },
    { name: 'countries', path: '/countries' },
    { name: 'country', path: '/countries/SN' },
    { name: 'organisations', path: '/organisations' },
    { name: 'organisation', path: organisation, who: 'ministry.sn' },
    { name: 'person', path: person },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'register', path: '/register' },
    { name: 'password reset', path: '/password-reset' },
    { name: 'settings', path: '/settings', who: 'ministry.sn' },
    { name: 'notifications', path: '/notifications?show=all', who: 'ministry.sn' },
    { name: 'notifications, none unread', path: '/notifications', who: 'observer' },
    { name: 'what one follows', path: '/watches', who: 'ministry.sn' },
    { name: 'since one left', path: '/since?since=2020-01-01', who: 'ministry.sn' },
    { name: 'administration', path: '/administration', who: 'admin' },
    { name: 'suspended accounts', path: '/administration/suspensions', who: 'admin' },
    { name: 'feeds', path: '/settings/feeds', who: 'nurses' },
    { name: 'public copies', path: '/copies' },
    { name: 'copy, on the moderator’s desk', path: copy, who: 'admin' },
    { name: 'copy, asked of an author', path: copy, who: 'aissatou.ba' },
    { name: 'record', path: '/record?number=1&hash=x' },
    { name: 'not found', path: '/threads/00000000-0000-7000-8000-000000000000' }
  ];
}

async function archived(page: Page): Promise<string> {
  await page.goto('/sessions');
  return (await page
    .getByRole('region', { name: 'Archived' })
    .getByRole('link')
    .last()
    .getAttribute('href'))!;
}

/** What depends on light and dark, and not on the language. */
const colours = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong, as sentences. Without its blank second page: these pages hold no frames. */
async function wrongs(page: Page, only?: 'colours' | 'words'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (only === 'colours') axe.withRules(colours);
  if (only === 'words') axe.disableRules(colours);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => {
    const [{ target, failureSummary }] = nodes;
    const why = failureSummary?.split('\n').slice(1, 3).join(' ').trim();
    return `${id} in ${nodes.length} places, first at ${target.join(' ')}: ${why}`;
  });
}

/** What makes a page wider than a small phone. */
async function overflow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 });
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [
      `${scrollWidth - clientWidth} px wider than the screen`,
      ...outside
        .slice(-3)
        .map(
          (element) => `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 40)}`
        )
    ];
  });
  await page.setViewportSize({ width: 1280, height: 720 });
  return wider;
}

const parts = 2;
for (const [locale, dir] of [
  ['en', 'ltr'],
  ['fr', 'ltr'],
  ['ar', 'rtl']
])
  for (let part = 0; part < parts; part++)
    test(`a person who reads in ${locale} meets no barrier on any page (part ${part + 1} of ${parts})`, async ({
      visit,
      baseURL
    }) => {
      test.setTimeout(150_000);
      const kinds = (await everyKind(visit)).filter((_, index) => index % parts === part);
      const pages = new Map<string, Page>();
      const found: string[] = [];
      for (const { name, path, who = '' } of kinds) {
        const page = pages.get(who) ?? (await visit(who || null));
        if (!pages.has(who))
          await page.context().addCookies([{ name: 'palabre_locale', value: locale, url: baseURL! }]);
        pages.set(who, page);
        const response = await page.goto(path);
        expect(`${name} ${response?.status()}`).toBe(`${name} ${name === 'not found' ? 404 : 200}`);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.locator('html')).toHaveAttribute('dir', dir);
        if (name === 'brief, edited') await expect(page.locator('[contenteditable=true]')).toBeVisible();
        const say = (where: string) => (wrong: string) => found.push(`${name} (${path}), ${where}: ${wrong}`);
        (await wrongs(page, locale === 'en' ? undefined : 'words')).forEach(say(`${locale}, light`));
        (await overflow(page)).forEach(say(`${locale}, 360 px`));
        if (locale !== 'en') continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        (await wrongs(page, 'colours')).forEach(say('dark'));
        await page.emulateMedia({ colorScheme: 'light' });
      }
      expect(found).toEqual([]);
    });
