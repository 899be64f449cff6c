// Stands in for wails.ts in `npm run dev` and in tests without Go. The
// address decides what is in it: ?leeg starts as on a fresh computer, ?niets
// is the same after the first question, ?notities=1000 has so many more.
import { createFake } from './fake'

const asked = new URLSearchParams(window.location.search)

export const fake = createFake({ fresh: asked.has('leeg') || asked.has('niets'), asked: asked.has('niets'), notes: Number(asked.get('notities') ?? 0) })
export const api = fake.api

// End-to-end tests reach the failure switches of the fake through this.
Object.assign(window, { raadwijzerFake: fake })
