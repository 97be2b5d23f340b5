// Runs before the first paint, so that a dark page never flashes white.
(() => {
  let choice = 'system';
  try {
    choice = localStorage.getItem('hub-theme') || choice;
  } catch {
    // storage may be forbidden: the system's theme will do
  }
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light';
  document.documentElement.dataset.theme = choice;
})();
