// A key that nobody else has, so that pressing twice makes one thing. randomUUID() would want TLS,
// which an office in its own network may not have.
const bytes = 16;

export function new_key(): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
