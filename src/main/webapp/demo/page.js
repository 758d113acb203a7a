/** @param {string} id */
export const byId = id => document.getElementById(id);

let noticeTimer;

/** Says something in passing. @param {string} words */
export function notify(words) {
  const notice = byId('notice');
  notice.textContent = words;
  notice.hidden = words === '';
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { notice.hidden = true; }, Math.max(8000, words.length * 80));
}

/** Gives each name a colour and initials of its own. */
export function paintFace(face, name) {
  const hash = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 6, 7);
  face.textContent = [...name.trim()].slice(0, 2).join('').toUpperCase();
  face.dataset.tone = String(hash);
}
