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

  const replace = (known, item) => {
    const said = known.querySelector('.said');
    if (said && said.hasChildNodes()) { // what was said before stays as it is read; opening it asks for the rest
      item.querySelector('.said')?.replaceWith(said);
    }
    const open = [...known.querySelectorAll('details')].map(details => details.open);
    item.querySelectorAll('details').forEach((details, i) => {
      details.open = open[i] || details.open;
    });
    const focused = known.contains(document.activeElement);
    known.remove();
    if (focused) {
      item.querySelector('a, summary')?.focus();
    }
  };

  // Rows of a list that is being read do not move: what is new waits behind a button until the list is left or asked.
  const isRead = list => list.dataset.held !== undefined && list.dataset.release === undefined && itemsOf(list).length > 0 &&
    (list.getBoundingClientRect().top < document.querySelector('.top').offsetHeight || list.matches(':hover') ||
      list.contains(document.activeElement));

  const hold = (list, fresh) => {
    const changed = [];
    let waiting = 0;
    for (const item of itemsOf(fresh)) {
      const known = list.querySelector(':scope > #' + CSS.escape(item.id));
      const isEntry = item.dataset.place !== undefined;
      if (!known || known.dataset.place !== item.dataset.place) {
        waiting += isEntry ? 1 : 0;
      } else if (known.dataset.version !== item.dataset.version) {
        known.before(item);
        replace(known, item);
        changed.push(item);
      }
    }
    const button = document.getElementById(list.dataset.held);
    button.hidden = waiting === 0;
    button.textContent = button.dataset.words.replace('#', waiting);
    return changed;
  };

  const release = list => {
    if (list && !document.getElementById(list.dataset.held).hidden) {
      list.dataset.release = '';
      htmx.trigger(list, 'hub:again');
    }
  };

  // Brings a list up to what it is on the server now; older entries behind it, fetched before, stay.
  const merge = (list, fresh) => {
    if (isRead(list)) {
      return hold(list, fresh);
    }
    if (list.dataset.held !== undefined) {
      delete list.dataset.release;
      document.getElementById(list.dataset.held).hidden = true;
    }
    const ids = new Set(itemsOf(fresh).map(item => item.id));
    const isFirst = itemsOf(list).length === 0;
    const changed = [];
    let at = list.firstElementChild;
    for (const item of itemsOf(fresh)) {
      const known = list.querySelector(':scope > #' + CSS.escape(item.id));
      while (known && at && at !== known && !ids.has(at.id)) { // gone: taken away, or filed elsewhere
        const gone = at;
        at = at.nextElementSibling;
        gone.remove();
      }
      if (known && known === at) {
        at = at.nextElementSibling;
      }
      if (known && known.dataset.version === item.dataset.version) {
        if (known.nextElementSibling !== at) {
          list.insertBefore(known, at);
        }
        continue;
      }
      item.classList.toggle('fresh', !isFirst);
      list.insertBefore(item, at);
      changed.push(item);
      if (known) {
        replace(known, item);
      }
    }
    list.querySelectorAll(':scope > .day').forEach(day => { // the last entry of a day may have moved to a later one
      if (!day.nextElementSibling || day.nextElementSibling.matches('.day, .now-divider')) {
        day.remove();
      }
    });
    return changed;
  };

  // A page of a list, put behind it; a heading that both have stands once.
  const append = (list, fresh) => {
    const news = itemsOf(fresh).filter(item => !list.querySelector(':scope > #' + CSS.escape(item.id)));
    list.append(...news);
    return news;
  };

  // Links that replace themselves name the extension beside them: by then they hang on nothing that could name it.
  const ways = { merge, append };

  htmx.defineExtension('merge', {
    isInlineSwap: style => style in ways,
    handleSwap: (style, target, fragment) =>
      style in ways && ways[style](target, fragment.querySelector('#' + CSS.escape(target.id)) || fragment)
  });

  // An empty choice is none: it does not stand in the address.
  document.addEventListener('htmx:configRequest', event => {
    const parameters = event.detail.parameters;
    Object.keys(parameters).filter(name => parameters[name] === '').forEach(name => delete parameters[name]);
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

  // the first time too: something may have happened between drawing the page and opening its stream
  document.addEventListener('htmx:sseOpen', event => {
    catchUp(event.target);
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

  // --- timeline: messages of a thread come when it is opened, new entries when nobody reads --------------------------

  document.addEventListener('toggle', event => {
    if (event.target.open && event.target.matches('details.messages')) {
      htmx.trigger(event.target, 'hub:open');
    }
  }, true);

  const heldLists = () => document.querySelectorAll('[data-held]');
  const releaseUnread = () => heldLists().forEach(list => isRead(list) || release(list));

  document.addEventListener('scroll', releaseUnread, { passive: true });
  document.addEventListener('pointerout', event => {
    if (event.target.closest && event.target.closest('[data-held]')) {
      requestAnimationFrame(releaseUnread);
    }
  });

  // --- buttons ------------------------------------------------------------------------------------------------------

  document.addEventListener('click', event => {
    const theme = event.target.closest('[data-theme-choice]');
    if (theme) {
      chooseTheme(theme.dataset.themeChoice);
    }
    const held = event.target.closest('[data-release]');
    if (held) {
      const list = document.getElementById(held.dataset.release);
      release(list);
      scrollTo({ top: Math.max(0, list.getBoundingClientRect().top + scrollY - 200) });
    }
    const copy = event.target.closest('[data-copy]');
    if (copy && navigator.clipboard) { // browsers keep it from pages that come neither from localhost nor by https
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim())
        .then(() => copy.classList.add('done'));
    }
  });

  showTheme();
  stampStrip();
})();
