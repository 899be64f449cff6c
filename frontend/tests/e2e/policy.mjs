// What a text could try when it came into the page as HTML after all. The
// policy of the page must stop each of these.
import assert from 'node:assert/strict'
import { onGo, open } from './lib.mjs'

const tries = {
  'a script in the page': ['script-src-elem', () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.harm = 1' }))],
  'a script on an element': ['script-src-attr', () => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.harm = 1">')],
  'a text as a script': ['script-src', () => { try { window.setTimeout('window.harm = 1') } catch { /* refused */ } }],
  'a script from elsewhere': ['script-src-elem', () => document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.org/x.js' }))],
  'a picture from elsewhere': ['img-src', () => document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }))],
  'a style in the page': ['style-src-elem', () => document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }))],
  'a style on an element': ['style-src-attr', () => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>')],
  'a page in the page': ['frame-src', () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }))],
  'an object': ['object-src', () => document.body.append(Object.assign(document.createElement('object'), { data: 'https://example.org/x.swf' }))],
  'another base': ['base-uri', () => document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.org/' }))],
  'a form that is sent': ['form-action', () => {
    const form = Object.assign(document.createElement('form'), { action: 'https://example.org/', method: 'post' })
    document.body.append(form)
    form.submit()
  }],
  'a request': ['connect-src', () => void fetch('https://example.org/').catch(() => {})],
  'a beacon': ['connect-src', () => void navigator.sendBeacon('https://example.org/', 'x')],
  'a socket': ['connect-src', () => { try { new WebSocket('wss://example.org/') } catch { /* refused */ } }],
  'a worker': ['worker-src', () => { try { new Worker('https://example.org/x.js') } catch { /* refused */ } }],
}

export async function policy(t, browser, base) {
  const page = await open(browser, base, '#/', { query: onGo ? '' : '?leeg' })
  const answered = []
  page.on('requestfinished', (request) => { if (request.url().includes('example.org')) answered.push(request.url()) })
  await page.evaluate(() => {
    window.refused = []
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.effectiveDirective))
  })
  for (const [name, [directive, attempt]] of Object.entries(tries)) {
    await t.test(`${name} is stopped`, async () => {
      await page.evaluate(() => { window.refused.length = 0 })
      await page.evaluate(attempt)
      // A worker from elsewhere may be stopped before the policy is asked.
      if (directive !== 'worker-src') await page.waitForFunction((one) => window.refused.includes(one), directive, { timeout: 10_000 })
      assert.equal(await page.evaluate(() => window.harm), undefined)
    })
  }
  await t.test('nothing went over the network', () => {
    assert.deepEqual(answered, [])
  })
  await page.context().close()
}
