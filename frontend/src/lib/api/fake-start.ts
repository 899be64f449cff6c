// Stands in for wails.ts in `npm run dev` and in tests without Go. The
// address decides what is in it: ?leeg starts as on a fresh computer.
import { createFake } from './fake'

const fresh = new URLSearchParams(window.location.search).has('leeg')

export const fake = createFake({ fresh })
export const api = fake.api

// End-to-end tests reach the failure switches of the fake through this.
Object.assign(window, { raadwijzerFake: fake })
