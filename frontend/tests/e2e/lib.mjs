// What the end-to-end scripts share: the page under test, the browser and a
// few checks. RAADWIJZER_URL names a running program (a test-only bridge to
// the real Go code); without it the built front end runs on its fake data.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../..', import.meta.url))
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export const onGo = Boolean(process.env.RAADWIJZER_URL)

/** Starts what is needed and returns the base address and a way to stop. */
export async function serve() {
  if (onGo) return { base: process.env.RAADWIJZER_URL.replace(/\/$/, ''), stop: async () => {} }
  const quiet = { root, mode: 'fake', logLevel: 'error' }
  if (!process.env.RAADWIJZER_KEEP_BUILD || !existsSync(`${root}/dist-fake/index.html`)) await build(quiet)
  const server = await preview({ ...quiet, preview: { host: '127.0.0.1', port: 4181 } })
  return { base: server.resolvedUrls.local[0].replace(/\/$/, ''), stop: () => server.close() }
}

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.RAADWIJZER_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--lang=nl-NL'],
  })
}

/** Opens a screen and waits until it shows its data. */
export async function open(browser, base, hash = '#/', { width = 1280, height = 800, dark = false, text = 100, query = '', lettersLate = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce',
    // The axe script is injected for the test; the page itself keeps its policy.
    bypassCSP: false,
  })
  const page = await context.newPage()
  page.problems = []
  page.on('pageerror', (error) => page.problems.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.problems.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) page.problems.push(`request to ${request.url()}`)
  })
  await page.addInitScript(() => {
    window.jumps = []
    // What moves within half a second after a key or click is what was asked for.
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        if (shift.hadRecentInput) continue
        const what = shift.sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.trim().slice(0, 40)}`)
        window.jumps.push({ value: shift.value, what })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  if (lettersLate) await page.route('**/*.woff2', (route) => setTimeout(() => void route.continue(), 400))
  await page.goto(`${base}/${query}${hash}`)
  await ready(page)
  if (text !== 100) await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%` }, text)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  return page
}

export async function ready(page) {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true')
}

/** Goes to a screen as a link does. */
export async function go(page, hash) {
  await page.evaluate((to) => { document.documentElement.dataset.ready = ''; window.location.hash = to }, hash)
  await ready(page)
}

/** Violations of WCAG 2.2 A and AA, one line each; under an open dialog the page can do nothing and is left out. */
export async function axe(page) {
  // Evaluated through the protocol, so the page's policy does not block it.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const result = await window.axe.run(document.querySelector('dialog[open]') ?? document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${node.failureSummary?.replace(/\s+/g, ' ')})`))
  })
}

/** What moved by itself since the page was opened, when it is enough to see: the limit for a good page is 0.1. */
export async function jumps(page) {
  const all = await page.evaluate(() => window.jumps)
  const sum = all.reduce((total, one) => total + one.value, 0)
  return sum < 0.02 ? [] : all.map(({ value, what }) => `${value.toFixed(3)}: ${what.join(', ')}`)
}

/** Tells the harness something: "dialogs", "emit" or "reset". The real Go side only. */
export const teller = (base) => (path, body) => fetch(`${base}/harness/${path}`, { method: 'POST', body: JSON.stringify(body) })

/** Keeps the next call of this name waiting; says when it was made. The real Go side only. */
export async function hold(page, name) {
  let arrive, go, pass
  const arrived = new Promise((resolve) => (arrive = resolve))
  const held = new Promise((resolve) => (go = resolve))
  const passed = new Promise((resolve) => (pass = resolve))
  let first = true
  const handler = async (route) => {
    const { type, method } = route.request().postDataJSON()
    if (`${type}.${method}` !== name || !first) return route.fallback()
    first = false
    arrive()
    await held
    await route.fallback()
    pass()
  }
  await page.route('**/wails/call', handler)
  return {
    arrived,
    // Taken away only when the call has gone on: a route must be answered once.
    release: async () => {
      go()
      await passed
      await page.unroute('**/wails/call', handler)
    },
  }
}

/** Lets calls of the page to Go fail with a code: "Notes.Save" and "disk_full". The real Go side only. */
export async function refuse(page, name, code) {
  await page.route('**/wails/call', async (route) => {
    const { type, method } = route.request().postDataJSON()
    if (`${type}.${method}` !== name) return route.fallback()
    return route.fulfill({ json: { result: null, error: JSON.stringify({ code, field: '', ref: 'K3F9' }) } })
  })
}

/** Changes what Go answers to a call of this name. The real Go side only. */
export async function alter(page, name, change) {
  await page.route('**/wails/call', async (route) => {
    const { type, method } = route.request().postDataJSON()
    if (`${type}.${method}` !== name) return route.fallback()
    const { result, error } = await (await route.fetch()).json()
    return route.fulfill({ json: { result: change(result), error } })
  })
}

/** The elements that make the page scroll sideways. */
export async function tooWide(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    // A dialog lies over the page and cuts off what is too wide for it.
    const cut = [...document.querySelectorAll('dialog[open]')].filter((one) => one.scrollWidth > one.clientWidth + 1)
    if (cut.length > 0) return cut.map((one) => `dialog: ${one.scrollWidth} in ${one.clientWidth}`)
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').trim().slice(0, 40)}`)
  })
}
