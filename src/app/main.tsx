/** The page's entry: styles, services, React. */
import '@mantine/core/styles.css';
import '../ui/shell/page.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useStore } from 'zustand';
import { createWords } from '../i18n/words.ts';
import { AppProvider, type AppServices } from '../ui/app-context.tsx';
import { Page } from '../ui/shell/Page.tsx';
import { mantineTheme } from '../ui/theme.ts';
import { createServices, createSettings } from './create-services.ts';
import { firstPaint } from './first-paint.ts';

// Beside the first view and not before it: until the fonts are there, the system's own are shown.
void import('./fonts.ts');
const root = document.getElementById('root');
if (!root) throw new Error('index.html: found no #root, expected one');
void begin(createRoot(root));

async function begin(page: Root): Promise<void> {
  const settings = createSettings();
  const words = createWords();
  await words.load(settings.getState().language);
  const { services, start } = createServices(settings, words);
  page.render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
  // On two cores the engine's start and the first paint would hold each other up.
  await firstPaint();
  start();
}

function App({ services }: { services: AppServices }) {
  const theme = useStore(services.settings, (settings) => settings.theme);
  return (
    <MantineProvider
      theme={mantineTheme}
      forceColorScheme={theme === 'dark' ? 'dark' : 'light'}
      getStyleNonce={() => document.documentElement.dataset.styleNonce ?? ''}
    >
      <AppProvider services={services}>
        <Page />
      </AppProvider>
    </MantineProvider>
  );
}
