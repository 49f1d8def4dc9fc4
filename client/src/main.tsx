// Starts the screen in the page: what the address says, the language, the session, the first paint, and then the type.
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { followShape } from './app/layout.ts';
import { followLook } from './app/look.ts';
import { openSession } from './app/session.ts';
import { startText } from './i18n/text.ts';
import { followAddress, followSight } from './store/index.ts';

followAddress(window);
followSight(document);
startText(document);
followLook(document);
followShape(window);
void openSession(window);

if (window.location.search.includes('kiosk=1'))
  void import('./views/kiosk.ts').then(({ openKioskByAddress }) => openKioskByAddress(window.location.search));

if (window.location.search.includes('wall='))
  void import('./views/wallLine.ts').then(({ joinWall }) => joinWall(window.location.search));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void import('./theme/fonts.ts').then(({ loadTypeForLostLine }) => loadTypeForLostLine(document.fonts));
