// The page's own forms: what people think of an answer, and a document to take in. Both go to the HTTP interface.
const judged = async (form, said) => {
  const given = new FormData(form);
  const opinion = { opinion: given.get('opinion'), comment: given.get('comment') };
  const response = await fetch('api/feedback', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...JSON.parse(form.dataset.judge), ...opinion }),
  });
  said.textContent = response.ok ? form.dataset.thanks : (await response.json()).detail;
};
const told = (form, said, step) => {
  const progress = form.querySelector('progress');
  if (step.total) Object.assign(progress, { max: step.total, value: step.done });
  else progress.removeAttribute('value');
  said.textContent = step.problem ? step.problem.detail : form.dataset[step.stage] || step.stage;
  if (step.stage === 'done') trigger('input', { scope: step.document.name });
};
const uploaded = async (form, said) => {
  const file = form.elements.file.files[0];
  const response = await fetch(`api/documents?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${form.elements.token.value}`, 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) {
    said.textContent = (await response.json()).detail;
    return;
  }
  let rest = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    for (const line of lines) told(form, said, JSON.parse(line));
  }
};
element.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const said = form.querySelector('output');
  const progress = form.querySelector('progress');
  form.querySelector('button').disabled = true;
  if (progress) progress.hidden = false;
  try {
    await ('judge' in form.dataset ? judged : uploaded)(form, said);
  } catch (error) {
    // The server is gone, or the token has letters that no header can have.
    said.textContent = error.message;
  }
  form.querySelector('button').disabled = false;
  if (progress) progress.hidden = true;
});
