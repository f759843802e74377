// SEND is pressed once: a slow network says that it is at work.
(() => {
  const form = document.getElementById('send-form');
  if (!form) return;
  form.addEventListener('submit', ({ submitter }) => {
    if (submitter?.value !== 'send') return;
    // Once the form has been read: a disabled button would not be sent with it.
    setTimeout(() => {
      submitter.disabled = true;
      submitter.textContent = form.dataset.sending;
    });
  });
  // A page that comes back from the browser's memory can be sent.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
})();
