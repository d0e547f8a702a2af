import { DEMO_PASSWORD } from '#server/demo/demo-people.ts';
import { expect, test } from '../fixtures.ts';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';
import { discardProgram, startProgram } from '../program.ts';

test('[bad input 51] a form sent while the database takes nothing: its words are shown, and sent again they arrive', async ({
  browser,
}) => {
  test.skip(!process.env.CI && findPostgresPrograms() === null, 'needs PostgreSQL’s programs');
  const server = await startPostgres();
  const program = await startProgram({ env: { DATABASE_URL: await server.createDatabase('soak') } });
  const page = await browser.newPage({ baseURL: program.origin });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('priya@demo.test');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.goto('/reviews/new');
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-alive'));
  await page.getByLabel('Title').fill('The lift that stopped twice');
  await page.getByLabel('The day it happened').fill('2026-11-02');
  await server.setReadOnly('soak', true);
  await page.getByRole('button', { name: 'Start writing' }).click();
  await expect(page.getByRole('heading', { name: 'Not just now' })).toBeVisible();
  await expect(page.locator('.what-you-wrote')).toContainText('The lift that stopped twice');
  await server.setReadOnly('soak', false);
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page).toHaveURL(/\/reviews\/[0-9a-f-]{36}\/write$/);
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toContainText(
    'The lift that stopped twice',
  );
  await page.close();
  await discardProgram(program);
  await server.remove();
});
