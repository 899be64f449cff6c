import { cleanup, configure } from '@testing-library/svelte'
import { afterAll, afterEach, beforeEach, vi } from 'vitest'
import { leftBehind } from '../../src/features/notes/editor.svelte'
import { paper } from '../../src/features/notes/paper.svelte'
import { notice } from '../../src/lib/notice.svelte'

// The machine may be busy; a test that waits longer only fails later.
configure({ asyncUtilTimeout: 20_000 })

// happy-dom's scrollTo and dialogs are enough for these tests; layout is
// looked at in the browser (tests/e2e).
beforeEach(() => {
  window.location.hash = ''
  notice.clear()
  leftBehind.clear()
  paper.plain = false
})
afterEach(() => cleanup())
// On a busy machine a screen that is loaded at need may come after the last test.
afterAll(() => vi.dynamicImportSettled())
