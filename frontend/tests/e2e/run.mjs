// End-to-end tests in Chromium, the engine of WebView2: npm run test:e2e, or
// a part of them: npm run test:e2e ways, policy, runs, views, states, erase or
// amounts.
// See lib.mjs for what they run on.
import { test } from 'node:test'
import { onGo, openBrowser, serve } from './lib.mjs'
import { erase } from './erase.mjs'
import { policy } from './policy.mjs'
import { runs } from './runs.mjs'
import { amounts, states } from './states.mjs'
import { views } from './views.mjs'
import { ways } from './ways.mjs'

const server = await serve()
const only = process.argv[2] ?? ''
const browser = await openBrowser()

await test('Raadwijzer', async (t) => {
  try {
    if (!only || only === 'ways') await t.test('ways through the program', (part) => ways(part, browser, server.base))
    if (!only || only === 'policy') await t.test('what the page may not do', (part) => policy(part, browser, server.base))
    if (!only || only === 'runs') await t.test('a run by hand', (part) => runs(part, browser, server.base))
    if (!only || only === 'views') await t.test('every view', { concurrency: 2 }, (part) => views(part, browser, server.base))
    // What only the real Go side can get into.
    if (onGo && (!only || only === 'states')) await t.test('what went wrong or is done', { concurrency: 2 }, (part) => states(part, browser, server.base))
    if (onGo && (!only || only === 'erase')) await t.test('everything removed', (part) => erase(part, browser, server.base))
    if (onGo && (!only || only === 'amounts')) await t.test('nothing yet, and very much', { concurrency: 2 }, (part) => amounts(part, browser, server.base))
  } finally {
    await browser.close()
    await server.stop()
  }
})
