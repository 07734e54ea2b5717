/** The page's own type. Two hundred files, of which a browser fetches those whose characters it shows. */
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
