// All script of the console. Pages work without it; it makes them live.
(() => {
  'use strict';

  const root = document.documentElement;

  // --- theme: light, dark, or as the system says -----------------------------------------------------------------

  const systemDark = matchMedia('(prefers-color-scheme: dark)');

  const showTheme = () => {
    const choice = root.dataset.theme || 'system';
    root.dataset.bsTheme = choice === 'dark' || (choice === 'system' && systemDark.matches) ? 'dark' : 'light';
    document.querySelectorAll('[data-theme-choice]').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === choice)));
  };

  const chooseTheme = choice => {
    root.dataset.theme = choice;
    try {
      localStorage.setItem('hub-theme', choice);
    } catch {
      // storage may be forbidden: the choice then lasts as long as the page
    }
    showTheme();
  };

  systemDark.addEventListener('change', showTheme);

  // --- lists that grow: entries are matched by id, what stayed the same stays untouched ---------------------------

  const itemsOf = list => [...list.children].filter(item => item.id);

  const keepOpen = (before, after) => {
    const open = [...before.querySelectorAll('details')].map(details => details.open);
    after.querySelectorAll('details').forEach((details, i) => {
      details.open = open[i] || details.open;
    });
  };

  const mergeList = (list, fresh) => {
    const changed = [];
    const ids = new Set(itemsOf(fresh).map(item => item.id));
    const first = itemsOf(list)[0];
    let at = list.firstElementChild;
    for (const item of itemsOf(fresh)) {
      const known = document.getElementById(item.id);
      while (at && at !== known && at.id && !ids.has(at.id) && known && list.contains(known)) {
        const gone = at;
        at = at.nextElementSibling;
        gone.remove();
      }
      if (known && known.parentElement === list && known.dataset.version === item.dataset.version) {
        if (known === at) {
          at = at.nextElementSibling;
        } else {
          list.insertBefore(known, at);
        }
        continue;
      }
      if (known) {
        if (known === at) {
          at = at.nextElementSibling;
        }
        keepOpen(known, item);
        known.remove();
      }
      if (first) {
        item.classList.add('fresh');
      }
      list.insertBefore(item, at);
      changed.push(item);
    }
    return changed;
  };

  htmx.defineExtension('merge', {
    isInlineSwap: style => style === 'merge',
    handleSwap: (style, target, fragment) => {
      if (style !== 'merge') {
        return false;
      }
      const fresh = fragment.querySelector('#' + CSS.escape(target.id)) || fragment;
      return mergeList(target, fresh);
    }
  });

  // --- streams: a hidden tab gives its connection back, since a browser has six for one host ---------------------

  const streams = new Set();

  const showConnection = () => {
    const all = [...streams];
    root.dataset.live = all.length > 0 && all.every(source => source.readyState === EventSource.OPEN) ? 'on' : 'lost';
  };

  htmx.createEventSource = url => {
    const source = new EventSource(url);
    streams.forEach(other => other.url === source.url && streams.delete(other));
    streams.add(source);
    return source;
  };

  const catchUp = element =>
    element.querySelectorAll('[data-live-part]').forEach(part => htmx.trigger(part, 'hub:again'));

  document.addEventListener('htmx:sseOpen', event => {
    if (event.target.dataset.seen) {
      catchUp(event.target);
    }
    event.target.dataset.seen = 'yes';
    showConnection();
  });
  document.addEventListener('htmx:sseError', showConnection);

  document.addEventListener('visibilitychange', () => {
    streams.forEach(source => {
      if (document.hidden) {
        source.close();
      } else if (source.readyState === EventSource.CLOSED) {
        source.onerror(new Event('error')); // the extension opens a new one
      }
    });
  });

  // --- now strip: entries leave after their time ------------------------------------------------------------------

  setInterval(() => {
    const strip = document.getElementById('now');
    const drawn = Number(strip && strip.dataset.drawn);
    const due = strip && [...strip.querySelectorAll('[data-seconds-left]')]
      .some(chip => drawn + Number(chip.dataset.secondsLeft) * 1000 < Date.now());
    if (due && !document.hidden) {
      strip.dataset.drawn = String(Date.now());
      htmx.trigger(strip, 'hub:again');
    }
  }, 2000);

  const stampStrip = () => {
    const strip = document.getElementById('now');
    if (strip) {
      strip.dataset.drawn = String(Date.now());
    }
  };

  document.addEventListener('htmx:afterSwap', event => {
    if (event.target.id === 'now') {
      stampStrip();
    }
  });

  // --- buttons ------------------------------------------------------------------------------------------------------

  document.addEventListener('click', event => {
    const theme = event.target.closest('[data-theme-choice]');
    if (theme) {
      chooseTheme(theme.dataset.themeChoice);
    }
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim())
        .then(() => copy.classList.add('done'));
    }
  });

  showTheme();
  stampStrip();
})();
