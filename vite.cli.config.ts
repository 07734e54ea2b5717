/** Builds the command line: one Node program in dist-cli/, the entry of its threads beside it, codecs in chunks of their own. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  // Of Turf little is used, and importing it as a whole takes longer than checking a small workspace.
  ssr: { target: 'node', noExternal: [/^@turf\//] },
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
