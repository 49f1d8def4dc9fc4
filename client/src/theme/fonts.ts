// Chinese type that travels with the page, in small pieces that load when their characters are needed. Loaded after the first paint.
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
