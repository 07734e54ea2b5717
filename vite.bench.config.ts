/** Builds the benchmark's programs into dist-bench/; packages stay where they are, the peers among them. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist-bench',
    target: 'node20',
    minify: false,
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        bench: 'test/bench/bench.ts',
        'run-peer': 'test/bench/run-peer.ts',
        'run-latency': 'test/bench/run-latency.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
