// Base64 (RFC 4648, with padding) in plain code: frames travel as text, and neither Node's Buffer nor a browser's btoa is at hand in both.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = 61;
const codes = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const INVALID = 255;
const sextets = new Uint8Array(128).fill(INVALID);
codes.forEach((code, sextet) => {
  sextets[code] = sextet;
});

/** Letters that one call of `fromCharCode` takes without running out of stack. */
const CHUNK = 8192;

export function toBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    letters[at++] = codes[group >> 18]!;
    letters[at++] = codes[(group >> 12) & 63]!;
    letters[at++] = i + 1 < bytes.length ? codes[(group >> 6) & 63]! : PADDING;
    letters[at++] = i + 2 < bytes.length ? codes[group & 63]! : PADDING;
  }
  let text = '';
  for (let i = 0; i < letters.length; i += CHUNK) text += String.fromCharCode(...letters.subarray(i, i + CHUNK));
  return text;
}

/** The reverse of `toBase64`. Throws RangeError for text that it could not have written. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 !== 0) throw new RangeError('not base64: the length is no multiple of 4');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const letters = text.length - padding;
  let bits = 0;
  let group = 0;
  let at = 0;
  for (let i = 0; i < letters; i++) {
    const code = text.charCodeAt(i);
    const sextet = code < 128 ? sextets[code]! : INVALID;
    if (sextet === INVALID) throw new RangeError(`not base64: a wrong letter at ${i}`);
    group = ((group << 6) | sextet) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (group >> bits) & 0xff;
  }
  if ((group & ((1 << bits) - 1)) !== 0) throw new RangeError('not base64: bits left over at the end');
  return bytes;
}
