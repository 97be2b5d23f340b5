// What all pages of the console do; staff.js has what staff say, views.js the charts. Pages can be read without it; it makes them live.
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
    const act = focused && document.activeElement.dataset.say;
    known.remove();
    if (focused) {
      (item.querySelector('[data-say="' + act + '"]') || item.querySelector('a, summary, button'))?.focus({ preventScroll: true });
    }
  };

  // Rows of a list that is being read do not move: what is new waits behind a button until the list is left or asked.
  const isRead = list => list.dataset.held !== undefined && list.dataset.released === undefined && itemsOf(list).length > 0 &&
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
      list.dataset.released = '';
      htmx.trigger(list, 'hub:again');
    }
  };

  // Brings a list up to what it is on the server now; older entries behind it, fetched before, stay.
  const merge = (list, fresh) => {
    const left = (list.dataset.left || '').split(' '); // what she closed stays closed
    itemsOf(fresh).filter(item => left.includes(item.id)).forEach(item => item.remove());
    if (isRead(list)) {
      return hold(list, fresh);
    }
    if (list.dataset.held !== undefined) {
      delete list.dataset.released;
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
    if (fresh.dataset.whole !== undefined) { // else what is not there may just have moved to the next page
      itemsOf(list).filter(item => !ids.has(item.id) && item.dataset.appended === undefined).forEach(item => item.remove());
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
    news.forEach(item => item.dataset.appended = '');
    list.append(...news);
    return news;
  };

  // What is found may be another thing by now: a list where there was none, or nothing any more.
  const change = (list, found) => {
    list.closest('#found').replaceWith(found);
    return [found];
  };

  // Links that replace themselves name the extension beside them: by then they hang on nothing that could name it.
  const ways = { merge, append };

  htmx.defineExtension('merge', {
    isInlineSwap: style => style in ways,
    handleSwap: (style, target, fragment) => {
      if (!(style in ways)) {
        return false;
      }
      const fresh = fragment.querySelector('#' + CSS.escape(target.id));
      const found = fragment.querySelector('#found');
      return !fresh && found ? change(target, found) : ways[style](target, fresh || fragment);
    }
  });

  // A part that is drawn anew keeps what is focused in it and how far it was moved aside.
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const places = new WeakMap();

  document.addEventListener('htmx:beforeSwap', event => {
    const part = event.detail.target;
    places.set(event.detail.xhr, {
      id: part.id,
      focused: part.contains(document.activeElement) ? [...part.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement) : -1,
      aside: [...part.querySelectorAll('.wide')].map(wide => wide.scrollLeft)
    });
  });

  document.addEventListener('htmx:afterSwap', event => {
    const place = places.get(event.detail.xhr);
    const part = place && place.id && document.getElementById(place.id);
    if (!part) {
      return;
    }
    part.querySelectorAll('.wide').forEach((wide, i) => wide.scrollLeft = place.aside[i] || 0);
    if (place.focused >= 0 && document.activeElement === document.body) {
      part.querySelectorAll(FOCUSABLE)[place.focused]?.focus({ preventScroll: true });
    }
  });

  // An empty choice is none: it does not stand in the address.
  document.addEventListener('htmx:configRequest', event => {
    const parameters = event.detail.parameters;
    Object.keys(parameters).filter(name => parameters[name] === '').forEach(name => delete parameters[name]);
  });

  // --- what runs on at one side fades there ----------------------------------------------------------------------

  const SIDEWAYS = '.bar > nav, .now, .tabs, .wide, .view-table';

  const fade = row => {
    const before = row.scrollLeft > 1;
    const behind = row.scrollLeft + row.clientWidth < row.scrollWidth - 1;
    row.dataset.more = before && behind ? 'both' : before ? 'start' : behind ? 'end' : '';
  };
  const fadeAll = () => document.querySelectorAll(SIDEWAYS).forEach(fade);

  document.addEventListener('scroll', event => event.target.matches?.(SIDEWAYS) && fade(event.target),
    { capture: true, passive: true });
  document.addEventListener('htmx:afterSettle', fadeAll);
  new ResizeObserver(fadeAll).observe(root);

  // The place where one is stands in sight, however narrow the row of places is.
  document.querySelectorAll('.tabs [aria-current], .bar > nav [aria-current]').forEach(place => {
    const row = place.parentElement;
    row.scrollLeft = place.offsetLeft - (row.clientWidth - place.offsetWidth) / 2;
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

  // News come in bursts. A part with a pace, in seconds, asks at the first of them and again when its time is over, so
  // that it shows the last of them too. htmx's throttle and delay cannot be had together: one silences the other.
  const paced = new Map();

  const askAgain = id => {
    const news = paced.get(id);
    const part = document.getElementById(id);
    if (news.came && part) {
      news.came = false;
      setTimeout(askAgain, part.dataset.pace * 1000, id);
    } else {
      paced.delete(id);
    }
    if (part) {
      htmx.trigger(part, 'hub:again');
    }
  };

  document.addEventListener('htmx:confirm', event => {
    const part = event.detail.elt;
    if (!part.dataset.pace || !(event.detail.triggeringEvent || {}).type?.startsWith('sse:')) {
      return;
    }
    if (paced.has(part.id)) {
      paced.get(part.id).came = true;
      event.preventDefault();
    } else {
      paced.set(part.id, {came: false});
      setTimeout(askAgain, part.dataset.pace * 1000, part.id);
    }
  });

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
      htmx.process(event.target); // an entry that has just been replaced is not known to htmx yet
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
    const language = event.target.closest('a[hreflang]');
    if (language && !event.ctrlKey && !event.metaKey && !event.shiftKey) { // what was chosen since the page was drawn stays
      const address = new URL(location.href);
      address.searchParams.set('lang', language.hreflang);
      event.preventDefault();
      location.assign(address);
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

  // --- palette: Ctrl+K, a few letters, Enter ------------------------------------------------------------------------

  const palette = document.getElementById('palette');
  const paletteInput = document.getElementById('palette-q');
  const paletteHits = () => document.getElementById('palette-hits');
  const paletteOptions = () => [...paletteHits().querySelectorAll('[role=option]:not([aria-disabled])')];
  let chooseOnArrival = false;

  const recentClients = () => {
    try {
      return JSON.parse(localStorage.getItem('hub-recent') || '[]');
    } catch {
      return []; // storage may be forbidden, or hold what another version wrote
    }
  };

  const rememberClient = () => {
    const name = document.querySelector('.client-head h1');
    if (!name) {
      return;
    }
    const others = recentClients().filter(one => one.address !== location.pathname);
    try {
      localStorage.setItem('hub-recent',
        JSON.stringify([{ address: location.pathname, name: name.textContent }, ...others].slice(0, 6)));
    } catch {
      // storage may be forbidden: then nobody is remembered
    }
  };

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target.id === 'about') { // she may have another name now
      rememberClient();
    }
  });

  const openPalette = () => {
    document.getElementById('palette-at').value = location.pathname;
    palette.showModal();
    paletteInput.select();
    htmx.trigger(paletteInput, 'hub:open');
  };

  // Groups that only the browser knows of: clients seen last, and what the page itself can do.
  const addGroup = (key, title, options) => {
    if (options.length === 0) {
      return;
    }
    const group = document.getElementById('palette-group').content.firstElementChild.cloneNode(true);
    group.setAttribute('aria-labelledby', 'palette-of-' + key);
    group.firstElementChild.id = 'palette-of-' + key;
    group.firstElementChild.textContent = title;
    options.forEach(({ template, words, act, value }, i) => {
      const option = document.getElementById(template).content.firstElementChild.cloneNode(true);
      option.id = 'palette-' + key + '-' + i;
      option.querySelector('.hit').textContent = words;
      Object.assign(option.dataset, { act, value });
      group.append(option);
    });
    const none = paletteHits().querySelector('.none');
    if (none) {
      none.remove();
    }
    paletteHits().prepend(group);
  };

  const addOwnGroups = () => {
    const typed = paletteInput.value.trim().toLowerCase();
    const buttons = [...document.querySelectorAll('[data-palette]')]
      .map((button, i) => ({ button, i, words: button.textContent.trim() }))
      .filter(({ words }) => (' ' + words.toLowerCase()).includes(' ' + typed));
    buttons.forEach(({ button, i }) => button.dataset.palette = String(i));
    addGroup('page', document.getElementById('palette-page').textContent, buttons.map(({ i, words }) =>
      ({ template: 'palette-press', words, act: 'press', value: '[data-palette="' + i + '"]' })));
    if (typed === '') {
      addGroup('recent', document.getElementById('palette-recent').textContent, recentClients()
        .filter(one => one.address !== location.pathname)
        .map(one => ({ template: 'palette-option', words: one.name, act: 'go', value: one.address })));
    }
  };

  const selectOption = option => {
    paletteOptions().forEach(one => one.setAttribute('aria-selected', String(one === option)));
    if (option) {
      paletteInput.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      paletteInput.removeAttribute('aria-activedescendant');
    }
  };

  const selectedOption = () => paletteHits().querySelector('[aria-selected=true]');

  const choose = (option, aside) => {
    if (!option) {
      return;
    }
    const { act, value } = option.dataset;
    if (act === 'go' && aside) {
      window.open(value, '_blank', 'noopener');
      return;
    }
    palette.close();
    if (act === 'go') {
      location.assign(value);
    } else if (act === 'press') {
      document.querySelector(value)?.click();
    } else if (act === 'copy' && navigator.clipboard) {
      navigator.clipboard.writeText(value);
    }
  };

  const isStale = () => paletteHits().dataset.q !== paletteInput.value.trim();

  palette.addEventListener('keydown', event => {
    const options = paletteOptions();
    const at = options.indexOf(selectedOption());
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      selectOption(options[(at + step + options.length) % options.length]);
    } else if (event.key === 'Enter' && event.target === paletteInput && !event.isComposing) {
      event.preventDefault();
      chooseOnArrival = isStale(); // what is shown is not yet what was typed
      if (!chooseOnArrival) {
        choose(selectedOption(), event.ctrlKey || event.metaKey);
      }
    }
  });

  palette.addEventListener('pointermove', event => {
    const option = event.target.closest('[role=option]:not([aria-disabled])');
    if (option && option !== selectedOption()) {
      selectOption(option);
    }
  });

  palette.addEventListener('click', event => {
    if (event.target === palette || event.target.closest('[data-palette-close]')) { // the dialog itself is its backdrop
      palette.close();
    } else {
      choose(event.target.closest('[role=option]:not([aria-disabled])'), event.ctrlKey || event.metaKey);
    }
  });

  palette.addEventListener('close', () => {
    chooseOnArrival = false;
  });

  // An answer to what is no longer typed is not shown.
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.target.id === 'palette-hits') {
      const asked = event.detail.requestConfig.parameters.q || '';
      event.detail.shouldSwap = event.detail.shouldSwap && asked.trim() === paletteInput.value.trim();
    }
  });

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target.id !== 'palette-hits') {
      return;
    }
    addOwnGroups();
    selectOption(paletteOptions()[0]);
    document.getElementById('palette-status').textContent = paletteHits().dataset.status;
    if (chooseOnArrival && !isStale()) {
      chooseOnArrival = false;
      choose(selectedOption(), false);
    }
  });

  const isTyping = element => element.matches('input, textarea, select, [contenteditable]');

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK') { // on any layout
      event.preventDefault();
      palette.open ? palette.close() : openPalette();
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) &&
        !document.querySelector('dialog[open]')) {
      event.preventDefault();
      const search = document.querySelector('[role=search] input');
      search ? search.focus() : openPalette();
    }
  });

  document.addEventListener('click', event => {
    if (event.target.closest('[data-palette-open]')) {
      openPalette();
    }
  });

  rememberClient();

  // --- operations: lists that hold still, and buttons that have something done -----------------------------------------

  const refresh = () => catchUp(document);

  const pause = button => {
    const held = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(held));
    root.classList.toggle('held', held);
    if (!held) {
      refresh();
    }
  };

  // what a visitor holds still is not refreshed behind her back; what she asks for herself is
  document.addEventListener('htmx:beforeRequest', event => {
    const held = root.classList.contains('held') && event.target.matches('main [data-live-part]');
    if (held && !event.detail.requestConfig.triggeringEvent?.isTrusted) {
      event.preventDefault();
    }
  });

  const send = async (method, address, body) => {
    const answer = await fetch(address, { method, headers: { 'Content-Type': 'application/json' }, body });
    return { status: answer.status, ok: answer.ok, told: answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : {} };
  };

  // Page by page, until nothing is left of what was meant.
  const sendAll = async (method, address, wanted) => {
    const counts = { recorded: 0, duplicate: 0, open: 0 };
    let after = null;
    do {
      const { ok, status, told } = await send(method, address, JSON.stringify({ ...wanted, after }));
      if (!ok) {
        return { ok, status, told };
      }
      told.items.forEach(item => counts[item.state]++);
      after = told.next;
    } while (after);
    return { ok: true, status: 200, told: { state: 'all', ...counts } };
  };

  const say = (says, key, told) => {
    const words = says.getAttribute('data-' + key) || says.dataset.failed;
    says.textContent = words.replace(/\{(\w+)}/g, (all, name) => name in told ? told[name] : all);
    says.classList.toggle('bad', !says.hasAttribute('data-' + key) || key === '409' || told.open > 0);
    says.dataset.told = key;
  };

  // what has begun and is over is no news any more
  document.addEventListener('htmx:afterSwap', event => {
    const begun = document.querySelector('.answer[data-told=running]');
    if (begun && event.target.closest('#replays') && !document.querySelector('#replays progress')) {
      begun.textContent = '';
    }
  });

  const have = async button => {
    const [method, address] = button.dataset.do.split(' ');
    const says = document.getElementById(button.dataset.says);
    says.textContent = '';
    button.closest('dialog')?.close(); // what it begins is to be seen
    button.disabled = true;
    try {
      const { ok, status, told } = 'all' in button.dataset
        ? await sendAll(method, address, JSON.parse(button.dataset.body))
        : await send(method, address, button.dataset.body);
      say(says, !ok ? String(status) : method === 'DELETE' ? 'cancelled' : told.state, told);
    } catch {
      say(says, 'failed', {}); // the hub does not answer, or not in JSON
    } finally {
      button.disabled = false;
      refresh();
    }
  };

  document.addEventListener('click', event => {
    const opens = event.target.closest('[data-opens]');
    if (opens) {
      document.getElementById(opens.dataset.opens).showModal();
    }
    const does = event.target.closest('[data-do]');
    if (does) {
      have(does);
    }
    const pauses = event.target.closest('[data-pause]');
    if (pauses) {
      pause(pauses);
    }
  });

  showTheme();
  stampStrip();
})();
