import { launchChromium } from './chromium.ts';
const b = await launchChromium();
const p = await b.newPage();
p.on('console', (m) => console.log(m.type(), m.text()));
p.on('pageerror', (e) => console.log('ERR', e.message));
await p.goto(process.argv[2]!);
await p.waitForTimeout(Number(process.argv[3] ?? 6000));
if (process.argv[4]) await p.screenshot({ path: process.argv[4] });
await b.close();
