import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { inlineScript } from './vite.inline-script.ts';

/** The policy script as it stands in a page: what lies between its tags, which is what browsers hash. */
const POLICY_SCRIPT = /<script data-policy>([\s\S]*?)<\/script>/;

/** Allows the one inline script by its hash. While developing it is left out: the dev server's own inline scripts would be refused. */
function policyHash(): Plugin {
  let serving = false;
  return {
    name: 'chentu-policy-hash',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const script = POLICY_SCRIPT.exec(html)?.[1];
        if (script === undefined) throw new Error('index.html: found no <script data-policy>, expected one');
        if (serving) return html.replace(POLICY_SCRIPT, '');
        const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
        return html.replace('<script data-policy>', `<script data-policy data-hash="${hash}">`);
      },
    },
  };
}

/** Every browser that can run the app reads woff2: the second, larger copy of each font stays out of the build. */
function fontsAsWoff2(): Plugin {
  return {
    name: 'chentu-fonts-as-woff2',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource[\\/].*\.css/.test(id)) return undefined;
      return code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '');
    },
  };
}

const packages = (names: string) => new RegExp(`node_modules[\\\\/](${names})[\\\\/]`);

export default defineConfig({
  base: './',
  plugins: [react(), policyHash(), fontsAsWoff2(), inlineScript()],
  worker: {
    format: 'es',
    // What a worker and the page both hold is two files: their names tell which is which.
    rolldownOptions: { output: { chunkFileNames: 'assets/worker-[name]-[hash].js' } },
  },
  build: {
    target: ['chrome110', 'firefox115'],
    outDir: 'dist',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Else the helper of every import() lands in the deck chunk, and the shell waits for all of deck.
            { name: 'preload', test: /vite\/preload-helper/, priority: 30 },
            { name: 'react', test: packages('react|react-dom|scheduler'), priority: 20 },
            { name: 'mantine', test: packages('@mantine|@floating-ui|@tabler'), priority: 18 },
            { name: 'maplibre', test: packages('maplibre-gl|@maplibre|@mapbox'), priority: 15 },
            {
              name: 'deck',
              test: packages('@deck\\.gl|@luma\\.gl|@math\\.gl|@loaders\\.gl|@probe\\.gl|mjolnir\\.js|gl-matrix'),
              priority: 10,
            },
            { name: 'terra-draw', test: packages('terra-draw|terra-draw-maplibre-gl-adapter'), priority: 10 },
          ],
        },
      },
    },
  },
  optimizeDeps: {
    include: [
      'flatbush',
      'flatgeobuf/lib/mjs/geojson.js',
      'geos-wasm',
      'proj4',
      'fflate',
      'gcoord',
      'papaparse',
      'sql.js/dist/sql-wasm-inline.js',
      'topojson-client',
    ],
  },
});
