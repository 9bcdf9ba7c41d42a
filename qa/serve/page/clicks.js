// Clicks on questions and sources, wherever they stand in this component, become one event that says which.
// On a narrow screen the source is a sheet that comes up over the conversation, and goes back to where it was opened.
const sheet = () => document.querySelector('#source');
const close = () => {
  sheet().classList.remove('open');
  sheet().opener?.focus();
};
element.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});
element.addEventListener('click', (event) => {
  const at = event.target.closest('[data-ask], [data-open], [data-copy], [data-close], [data-scope]');
  if (!at || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // Without a clipboard (it needs https, or this machine) the link is followed, and can be copied from the address.
  if (at.dataset.copy && !navigator.clipboard) return;
  event.preventDefault();
  if (at.dataset.copy) {
    navigator.clipboard.writeText(new URL(at.getAttribute('href'), location.href).href);
    at.textContent = at.dataset.copied;
    return;
  }
  if ('close' in at.dataset) return close();
  if (at.dataset.scope) return trigger('input', { scope: at.dataset.scope });
  if (at.dataset.open) {
    sheet().opener = at;
    sheet().classList.add('open');
    sheet().querySelector('.close')?.focus();
  }
  trigger('select', { ask: at.dataset.ask || '', open: at.dataset.open || '' });
});
if (element.closest('#source') && new URLSearchParams(location.search).has('document')) sheet().classList.add('open');
watch('value', () => {
  const marked = element.querySelector('.marked');
  if (marked) marked.scrollIntoView({ block: 'center', inline: 'center' });
  const turn = element.querySelector('.turn:last-of-type');
  if (turn) turn.scrollIntoView({ block: 'start' });
  if (sheet().classList.contains('open')) element.querySelector('.close')?.focus();
});
