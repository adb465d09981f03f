import { expect, postCards, startThread, test } from './people.ts';

test('a lesson recorded from a post is found without its accents and by its facets, and the thread links back', async ({
  visit
}) => {
  const [writer, guest] = await Promise.all([visit('ministry.sn'), visit()]);
  const title = 'Réanimation à Sédhiou : l’oxygène gardé à portée';
  const thread = await startThread(
    writer,
    'Oxygen that does not run out',
    'In Sédhiou the concentrators were moved to the ward, and nobody waited any more.'
  );

  await postCards(writer).first().getByRole('link', { name: 'Make it a lesson' }).click();
  await expect(writer.getByRole('region', { name: 'Where it comes from' })).toContainText(
    'Oxygen that does not run out'
  );
  await writer.getByLabel('Title').fill(title);
  await writer
    .getByLabel('In two sentences')
    .fill('Les concentrateurs sont au chevet. Personne n’attend plus.');
  await writer.getByLabel('What came of it?').selectOption('worked');
  await writer.getByLabel('What do you base this on?').selectOption('routine_data');
  await writer.getByLabel('What was done').fill('Déplacer trois concentrateurs.');
  await writer.getByLabel('What happened').fill('Le délai est passé de 40 à 4 minutes.');
  await writer.locator('summary#countries').click();
  await writer.getByLabel('Senegal', { exact: true }).check();
  // A tick leaves the list open for the next one.
  await writer.getByLabel('Gambia', { exact: true }).check();
  await writer.getByLabel('Language of your text').selectOption('fr');
  await writer.getByRole('button', { name: 'Record the lesson' }).click();
  await expect(writer.getByRole('heading', { level: 1 })).toHaveText(title);
  const address = new URL(writer.url()).pathname;

  const results = guest.getByRole('region', { name: 'Results' });
  await guest.goto('/lessons');
  await guest
    .getByRole('searchbox', { name: 'Search the lessons' })
    .last()
    .fill('reanimation sedhiou oxygene');
  await guest.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(results.getByRole('link', { name: title })).toHaveAttribute('href', address);
  await guest.getByRole('group', { name: 'Country' }).getByLabel('Senegal').check();
  await guest
    .getByRole('group', { name: 'Result', exact: true })
    .getByLabel('Worked', { exact: false })
    .first()
    .check();
  await expect(guest).toHaveURL(/country=SN/);
  await expect(guest).toHaveURL(/polarity=worked/);
  await expect(results.getByRole('link', { name: title })).toBeVisible();
  const elsewhere = new URL(guest.url());
  elsewhere.searchParams.set('country', 'MW');
  await guest.goto(elsewhere.pathname + elsewhere.search);
  await expect(guest.getByText('No lesson matches all of this.')).toBeVisible();

  await guest.goto(address);
  await guest
    .getByRole('region', { name: 'Where it comes from' })
    .getByRole('link', { name: 'Oxygen that does not run out' })
    .click();
  await expect(guest).toHaveURL(`${thread}?post=1#post-1`);
  await expect(
    guest.getByRole('region', { name: 'Lessons drawn from this' }).getByRole('link', { name: title })
  ).toHaveAttribute('href', address);
});

test('a tick that comes before the script narrows all the same, once it is there', async ({ visit }) => {
  const guest = await visit();
  let letIn = () => {};
  const later = new Promise<void>((done) => (letIn = done));
  await guest.route(/\.js$/, async (route) => {
    await later;
    await route.continue();
  });
  await guest.goto('/lessons', { waitUntil: 'commit' });
  const box = guest.getByRole('group', { name: 'Country' }).getByRole('checkbox').first();
  await box.check();
  const country = await box.getAttribute('value');
  letIn();
  await expect(guest).toHaveURL(new RegExp(`country=${country}`));
  await expect(box).toBeChecked();
});
