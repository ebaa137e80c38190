// Lets the password be read while it is typed. Without scripts the button stays hidden, and all else works.
const password = document.getElementById('password');
const button = document.getElementById('show-password');
if (password && button) {
  const show = (shown) => {
    password.type = shown ? 'text' : 'password';
    button.firstElementChild.textContent = shown ? 'Hide' : 'Show';
  };
  button.hidden = false;
  button.addEventListener('click', () => show(password.type === 'password'));
  // What is sent is hidden again, so that no browser keeps it among what was typed before.
  password.form.addEventListener('submit', () => show(false));
}
