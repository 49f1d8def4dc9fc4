// The sound of a new alarm: two short tones, higher and closer together when it is critical. Synthesised, so that nothing is loaded; made only after
// somebody has touched the page, as browsers demand.

/** Frequencies in hertz, one after another; `gap`: seconds from one to the next. */
const TONES = {
  warning: { notes: [523, 659], gap: 0.18 },
  critical: { notes: [880, 698, 880, 698], gap: 0.13 },
} as const;
const LOUDNESS = 0.16;
const NOTE_SECONDS = 0.12;

let context: AudioContext | null = null;

/** Makes the sound possible; call it in the handler of a press or a key. False where the browser has none. */
export async function openSound(): Promise<boolean> {
  if (!('AudioContext' in globalThis)) return false;
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume().catch(() => undefined);
  return context.state === 'running';
}

/** Plays it, if sound was opened and is not held back. */
export function sound(severity: keyof typeof TONES): void {
  if (context?.state !== 'running') return;
  const { notes, gap } = TONES[severity];
  const start = context.currentTime + 0.02;
  for (const [i, frequency] of notes.entries()) {
    const from = start + i * gap;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = 'sine';
    tone.frequency.value = frequency;
    // Swells and dies away, so that it does not click.
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.001, from + NOTE_SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + NOTE_SECONDS);
  }
}
