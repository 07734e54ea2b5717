/** Builds the command line: one Node program in dist-cli/, the entry of its threads beside it, codecs in chunks of their own. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'node20',
    minify: false,
    emptyOutDir: true,
    rolldownOptions: {
      input: { main: 'src/cli/main.ts', 'pool-thread': 'src/cli/pool-thread.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
