import { decodeSegment } from '@onescreen/shared/log';
import { readRecording } from '../server/src/recordings/file.ts';
const rec = await readRecording(process.argv[2]!);
const kinds: Record<string, number> = {}; const by: Record<string, number> = {}; const reasons: Record<string, number> = {};
const entries: any[] = [];
for (const { index } of rec.index.segments) for (const { entries: es } of decodeSegment(await rec.payload(index)).records) for (const e of es as any[]) {
  kinds[e.kind] = (kinds[e.kind] ?? 0) + 1;
  if (e.kind.startsWith('case.') && e.kind !== 'case.merged') { const k = `${e.kind} ${String(e.by).startsWith('unit:') ? 'unit' : e.by} ${e.reason ?? ''}`; by[k] = (by[k] ?? 0) + 1; }
  if (e.kind.startsWith('case.') || e.kind.startsWith('incident')) entries.push(e);
}
console.log(kinds);
console.log(Object.entries(by).sort((a, b) => a[0] < b[0] ? -1 : 1).map(([k, n]) => `${n}\t${k}`).join('\n'));
for (const e of entries) if (e.kind.startsWith('incident')) console.log(JSON.stringify(e));
const closed = entries.filter((e) => e.kind === 'case.closed'); console.log('automatic', closed.filter((e) => e.automatic).length, 'of', closed.length);
await rec.close();
