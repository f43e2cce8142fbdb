import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['src/**/*.test.ts', 'quiz/**/*.test.ts', 'slides/_theme/**/*.test.ts'],
    // Property tests over many cases take their time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
