import { svelte } from '@sveltejs/vite-plugin-svelte'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Go embeds frontend/dist and needs a file in it before the first build, so .gitkeep survives every build. */
function keepDist(): Plugin {
  let folder = ''
  return {
    name: 'keep-dist',
    apply: 'build',
    configResolved: (config) => void (folder = config.build.outDir),
    closeBundle() {
      const dist = here(`./${folder}`)
      mkdirSync(dist, { recursive: true })
      writeFileSync(`${dist}/.gitkeep`, '')
    },
  }
}

// Mode "fake" builds the interface on the in-memory data of lib/api/fake.ts:
// for `npm run dev` and for tests without Go. It never ends up in dist.
export default defineConfig(({ mode }) => {
  const fake = mode === 'fake' || mode === 'test'
  return {
    plugins: [svelte(), keepDist()],
    resolve: {
      alias: { '#api': here(fake ? './src/lib/api/fake-start.ts' : './src/lib/api/wails.ts') },
      // Without this condition Vitest would load Svelte's server build.
      ...(mode === 'test' ? { conditions: ['browser'] } : {}),
    },
    // content/problems.json lies beside the front end and is bundled.
    server: { fs: { allow: ['..'] } },
    build: {
      outDir: fake ? 'dist-fake' : 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // Both would need inline code, which the content security policy forbids.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
    test: {
      environment: 'happy-dom',
      include: ['tests/unit/**/*.test.ts'],
      testTimeout: 60_000,
      setupFiles: ['tests/unit/setup.ts'],
    },
  }
})
