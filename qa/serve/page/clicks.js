// Clicks on questions and sources, wherever they stand in this component, become one event that says which.
element.addEventListener('click', (event) => {
  const at = event.target.closest('[data-ask], [data-open], [data-copy]');
  if (!at || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // Without a clipboard (it needs https, or this machine) the link is followed, and can be copied from the address.
  if (at.dataset.copy && !navigator.clipboard) return;
  event.preventDefault();
  if (at.dataset.copy) {
    navigator.clipboard.writeText(new URL(at.getAttribute('href'), location.href).href);
    at.textContent = at.dataset.copied;
    return;
  }
  trigger('select', { ask: at.dataset.ask || '', open: at.dataset.open || '' });
});
watch('value', () => {
  const marked = element.querySelector('.marked');
  if (marked) marked.scrollIntoView({ block: 'center', inline: 'center' });
  const turn = element.querySelector('.turn:last-of-type');
  if (turn) turn.scrollIntoView({ block: 'start' });
});
