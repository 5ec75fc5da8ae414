// While the visitor reads the page, looks for a number whose digest with the challenge of the form
// begins with enough zero bits: cheap for one form, dear for thousands. Without this script the
// form is taken after a short wait instead.
(() => {
  'use strict';

  const constants = [];
  const start = [];
  for (let candidate = 2; constants.length < 64; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
      if (candidate % divisor === 0) isPrime = false;
    }
    if (isPrime) {
      if (start.length < 8) start.push(Math.floor((Math.sqrt(candidate) % 1) * 2 ** 32) | 0);
      constants.push(Math.floor((Math.cbrt(candidate) % 1) * 2 ** 32) | 0);
    }
  }

  const turned = (word, by) => (word >>> by) | (word << (32 - by));

  // The first word of the SHA-256 (FIPS 180-4) of a short text of ASCII.
  function firstWord(text) {
    const blocks = Math.floor((text.length + 8) / 64) + 1;
    const words = new Int32Array(blocks * 16);
    for (let at = 0; at < text.length; at += 1) {
      words[at >> 2] |= text.charCodeAt(at) << (24 - 8 * (at % 4));
    }
    words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length % 4));
    words[words.length - 1] = text.length * 8;
    let state = start.slice();
    const schedule = new Int32Array(64);
    for (let block = 0; block < blocks; block += 1) {
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        if (i < 16) {
          schedule[i] = words[block * 16 + i];
        } else {
          const early = schedule[i - 15];
          const late = schedule[i - 2];
          const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
          const two = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
          schedule[i] = (schedule[i - 16] + one + schedule[i - 7] + two) | 0;
        }
        const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
        const first = (h + sum + ((e & f) ^ (~e & g)) + constants[i] + schedule[i]) | 0;
        const other = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
        const second = (other + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
      }
      state = state.map((word, i) => (word + [a, b, c, d, e, f, g, h][i]) | 0);
    }
    return state[0];
  }

  const form = document.querySelector('form[data-challenge]');
  if (!form) return;
  const { challenge, zeroBits } = form.dataset;
  const field = form.elements.namedItem('work');
  const perTurn = 500;
  let number = 0;

  const work = () => {
    for (let i = 0; i < perTurn; i += 1, number += 1) {
      if (firstWord(`${challenge}:${number}`) >>> (32 - Number(zeroBits)) === 0) {
        field.value = String(number);
        form.dispatchEvent(new Event('worked'));
        return;
      }
    }
    setTimeout(work, 0);
  };
  work();

  form.addEventListener('submit', (event) => {
    if (field.value !== '' || event.submitter?.value === 'later') return;
    event.preventDefault();
    const { submitter } = event;
    submitter?.setAttribute('aria-busy', 'true');
    form.addEventListener('worked', () => form.requestSubmit(submitter), { once: true });
  });
})();
