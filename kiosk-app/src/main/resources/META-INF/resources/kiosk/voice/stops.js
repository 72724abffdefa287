// What a person who cannot see goes through with the arrow keys: the things of the page in reading order, and what each
// is called.

const GROUPS = '.yc-summary, .yc-list-row, .yc-point, .yc-standby-line, .yc-material, .yc-from, .yc-hint, .yc-sum, .yc-lab, '
  + '.yc-countdown, .yc-checks > span, .yc-code-sheet, .yc-slip, .yc-tip, .yc-wait, .yc-bar, .yc-entry .yc-lab, .yc-box';
const PRESSED = 'button, kiosk-signature';
/** What only its owner may hear: what was answered and read from the card, codes, names beside them. */
const PRIVATE = '.yc-screen-confirm .yc-dd, .yc-screen-rehearsal-confirm .yc-dd, .yc-masked, .yc-from .yc-lead, .yc-from .yc-b, .yc-groups > .yc-num, [data-code], input';

// What has no box of its own (display: contents) is not visible, but what stands in it is.
const seen = element => (element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents')
  && !element.closest('[aria-hidden=true]');

/** Over an open sheet only its own things count. */
export function stops() {
  const root = document.querySelector('.yc-veil:not([hidden])') ?? document.querySelector('.yc-page');
  const parts = root.matches('.yc-page') ? ['.yc-work', '.yc-keyboard', '.yc-act', '.yc-sill'].map(part => root.querySelector(`:scope > ${part}`)) : [root];
  const found = [];
  parts.filter(part => part && seen(part)).forEach(part => walk(part, found));
  return found;
}

function walk(element, found) {
  for (const child of element.children) {
    if (!seen(child)) continue;
    if (child.matches(PRESSED)) found.push({ element: child, pressable: true });
    else if (child.localName === 'vaadin-text-field') found.push({ element: child, field: true });
    else if (child.matches(GROUPS)) {
      found.push({ element: child });
      child.querySelectorAll(PRESSED).forEach(key => { if (seen(key)) found.push({ element: key, pressable: true }); });
    } else if ([...child.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) found.push({ element: child });
    else walk(child, found);
  }
}

/** A masked value is somebody's: it is heard by headset only. */
export const audible = (text, words, headset) => headset || !/[*＊]/.test(text) ? text : words.private;

/** Words of an element without its keys, in pieces. */
function texts(element, headset, words) {
  const out = [];
  const take = node => {
    if (node.nodeType === Node.TEXT_NODE) { if (node.data.trim()) out.push(node.data.trim()); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || !seen(node)) return;
    if (node !== element && node.matches(PRESSED)) return;
    if (!headset && node.matches(PRIVATE)) { out.push(words.private); return; }
    node.childNodes.forEach(take);
  };
  take(element);
  return [...new Set(out)];
}

/** What is said of a stop: its words, then its state. */
export function name({ element, pressable, field }, words, headset) {
  if (field) {
    const value = element.value ?? '';
    const typed = !value ? words.empty : headset ? value : words.typed.replace('{0}', value.length);
    return [element.getAttribute('aria-label') ?? element.accessibleName ?? '', typed];
  }
  const out = element.ariaLabel ? [element.ariaLabel] : texts(element, headset, words);
  if (!pressable) return out;
  if (element.localName === 'kiosk-signature') return [words.signature];
  if (element.ariaChecked === 'true' || element.ariaPressed === 'true' || element.matches('.yc-chosen')) out.push(words.chosen);
  out.push(element.disabled ? words.disabled : words.key);
  return out;
}
