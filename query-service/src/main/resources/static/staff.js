// What staff say: dialogs and small forms that are sent to the API as JSON, and shown at once.
(() => {
  'use strict';

  const COOKIE = 'hub-me';
  const YEAR = 365 * 24 * 3600;
  const words = document.getElementById('saved').dataset;
  const byId = id => document.getElementById(id);

  // --- who speaks: kept in a cookie, so that the page comes with the name; empty means she would rather not say ----

  const cookie = () => document.cookie.split('; ').find(one => one.startsWith(COOKIE + '='));
  const me = () => decodeURIComponent((cookie() || '').slice(COOKIE.length + 1));

  const speaks = name => {
    document.cookie = COOKIE + '=' + encodeURIComponent(name) + '; path=/; max-age=' + YEAR + '; samesite=lax';
    document.querySelectorAll('[data-me-name]').forEach(shown => {
      shown.textContent = name;
    });
  };

  const remember = owner => {
    try {
      localStorage.setItem('hub-owner', owner);
    } catch {
      // storage may be forbidden: the next dialog then offers no name
    }
  };

  const lastOwner = () => {
    try {
      return localStorage.getItem('hub-owner') || '';
    } catch {
      return '';
    }
  };

  // --- times are typed in the hub's zone, whatever the browser's is --------------------------------------------------

  const clock = (() => {
    try {
      return new Intl.DateTimeFormat('en-GB', { timeZone: words.zone, hourCycle: 'h23', year: 'numeric', month: '2-digit',
        day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    } catch {
      return null; // a zone that browsers do not know by name is a fixed offset
    }
  })();

  const fixedOffset = () => {
    const [, sign, hours, minutes] = words.offset.match(/^([+-])(\d\d):(\d\d)/) || [null, '+', '0', '0'];
    return Number(sign + '1') * (Number(hours) * 60 + Number(minutes)) * 60000;
  };

  const offsetAt = instant => {
    if (!clock) {
      return fixedOffset();
    }
    const part = Object.fromEntries(clock.formatToParts(instant).map(one => [one.type, Number(one.value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(instant / 1000) * 1000;
  };

  const localOf = instant => new Date(instant + offsetAt(instant)).toISOString().slice(0, 16);

  // twice, since the offset is that of the instant which is sought
  const instantOf = local => {
    const there = Date.parse(local + ':00Z');
    return new Date(there - offsetAt(there - offsetAt(there))).toISOString();
  };

  const DAY = 24 * 3600 * 1000;
  const WEEKEND = [0, 6];

  // from tomorrow on
  const nextWorkday = () => {
    let day = Date.parse(localOf(Date.now()).slice(0, 10)) + DAY;
    while (WEEKEND.includes(new Date(day).getUTCDay())) {
      day += DAY;
    }
    return new Date(day).toISOString().slice(0, 10);
  };

  const presets = {
    now: () => localOf(Date.now()),
    workday: () => nextWorkday() + 'T10:00',
    owner: () => lastOwner() || (byId('client-owner') || {}).textContent || '',
    name: () => byId('client-name').textContent
  };

  const preset = form => form.querySelectorAll('[data-preset]').forEach(field => {
    field.value = presets[field.dataset.preset]();
    field.dataset.offered = field.value;
  });

  // --- from a form to what the API takes -------------------------------------------------------------------------------

  const isTime = field => field.type === 'datetime-local' || field.dataset.preset === 'workday';

  const valueOf = field => {
    const text = field.value.trim();
    if (isTime(field)) {
      // what was offered and is not required means now, to the second
      return text === '' || (text === field.dataset.offered && !field.required && field.type !== 'hidden') ? undefined : instantOf(text);
    }
    if (field.dataset.list !== undefined) {
      return text.split('\n').map(one => one.trim()).filter(one => one);
    }
    return text === '' && field.dataset.blank === undefined ? undefined : text;
  };

  const fieldsOf = form => [...form.elements].filter(field => field.name && !field.closest('.ask') &&
    (field.type !== 'radio' || field.checked));

  const bodyOf = (form, submitter) => {
    const body = {};
    fieldsOf(form).forEach(field => {
      if (field.dataset.point !== undefined) {
        if (valueOf(field)) {
          (body.contactPoints ||= []).push({ type: field.dataset.point, value: valueOf(field) });
        }
        return;
      }
      const renamed = field.name === 'text' && submitter && submitter.dataset.as;
      body[renamed || field.name] = valueOf(field);
    });
    if (body.options) { // what was chosen is an option too
      body.options = body.options.length ? [...new Set([body.decision, ...body.options])] : undefined;
    }
    return body;
  };

  const labelOf = field => (field.labels && field.labels[0] ? field.labels[0].textContent : '').trim();

  const fault = form => {
    for (const field of fieldsOf(form)) {
      if (field.required && field.value.trim() === '') {
        return [field, words.missing.replace('#', labelOf(field))];
      }
      if (field.dataset.past !== undefined && field.value && field.value > localOf(Date.now() + 60000)) {
        return [field, words.ahead];
      }
    }
    return null;
  };

  const refuse = (form, sentence, detail, field) => {
    const place = form.querySelector('.refused');
    place.textContent = sentence;
    if (detail) { // the API speaks English
      const said = document.createElement('span');
      said.lang = 'en';
      said.textContent = ' ' + detail;
      place.append(said);
    }
    form.querySelectorAll('[aria-invalid]').forEach(one => one.removeAttribute('aria-invalid'));
    if (field) {
      field.setAttribute('aria-invalid', 'true');
      field.focus();
    }
  };

  // --- sending, and reading it back ------------------------------------------------------------------------------------

  const headers = () => {
    const name = me();
    return { 'Content-Type': 'application/json', ...(name && { 'Hub-Actor': encodeURIComponent(name) }) };
  };

  // The parts that may show what was written are asked for again, for an answer that holds it.
  const show = position => ['entries', 'about', 'calls'].map(byId).filter(part => part).forEach(part => {
    part.dataset.atLeast = position;
    if (part.dataset.held !== undefined) {
      part.dataset.released = '';
    }
    htmx.trigger(part, 'hub:again');
  });

  document.addEventListener('htmx:configRequest', event => {
    const part = event.detail.elt;
    if (part.dataset.atLeast) {
      event.detail.parameters.atLeast = part.dataset.atLeast;
      delete part.dataset.atLeast;
    }
  });

  let forgets;
  const saved = () => {
    const place = byId('saved');
    place.textContent = words.saved;
    clearTimeout(forgets);
    forgets = setTimeout(() => {
      place.textContent = '';
    }, 4000);
  };

  const send = async (form, submitter) => {
    const path = ((submitter && submitter.dataset.post) || form.dataset.post).replace(':id', form.dataset.target || '');
    const body = bodyOf(form, submitter);
    const answer = await fetch(path, { method: 'POST', headers: headers(), body: JSON.stringify(body) });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      refuse(form, words.refused, told.detail || answer.status);
      return;
    }
    if (body.owner) {
      remember(body.owner);
    }
    form.reset();
    refuse(form, '');
    delete form.dataset.typed;
    form.closest('dialog')?.close();
    saved();
    const then = form.querySelector('[data-then]');
    if (then) {
      await goOn(then.dataset.then.replace(':id', told.id), told.position);
    } else {
      show(told.position);
    }
  };

  // The page that comes next holds what was written.
  const goOn = async (path, position) => {
    await fetch('/api/clients?limit=1&atLeast=' + position);
    location.assign(path);
  };

  const askMe = form => {
    const ask = form.querySelector('.ask');
    if (ask && !ask.hidden) {
      speaks(ask.querySelector('input').value.trim());
      document.querySelectorAll('.ask').forEach(one => {
        one.hidden = true;
      });
    }
  };

  const submit = async (form, submitter) => {
    const wrong = fault(form);
    if (wrong) {
      refuse(form, wrong[1], null, wrong[0]);
      return;
    }
    if (form.dataset.busy) {
      return;
    }
    form.dataset.busy = 'true';
    form.querySelectorAll('[type=hidden][data-preset]').forEach(field => {
      field.value = presets[field.dataset.preset]();
    });
    askMe(form);
    try {
      await send(form, submitter);
    } catch {
      refuse(form, words.offline);
    } finally {
      delete form.dataset.busy;
    }
  };

  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.post !== undefined) {
      event.preventDefault();
      submit(form, event.submitter);
    } else if (form.dataset.me !== undefined) {
      event.preventDefault();
      speaks(form.elements.name.value.trim());
      document.querySelectorAll('.ask').forEach(one => {
        one.hidden = true;
      });
      form.closest('dialog').close();
    }
  });

  // --- lists that are imported: the file goes as it is, first for a look, then to be taken ---------------------------

  const list = byId('import');
  let looks = 0;

  const chosen = () => [...list.querySelectorAll('[name=as]')].map(field => 'as=' + encodeURIComponent(field.value));

  const sendList = (path, choices) => fetch(path + '?' + choices.join('&'), { method: 'POST',
    headers: { ...headers(), 'Content-Type': 'application/octet-stream' }, body: list.elements.file.files[0] });

  const told = async answer => (await answer.json().catch(() => ({}))).detail || answer.status;

  // Of two looks the later one is shown. Whoever chooses a column keeps her place: only the rows are shown anew.
  const look = async choices => {
    const mine = ++looks;
    const answer = await sendList('/imports/preview', choices);
    const text = answer.ok ? await answer.text() : await told(answer);
    if (mine !== looks) {
      return;
    }
    refuse(list, answer.ok ? '' : words.refused, answer.ok ? null : text);
    const fresh = new DOMParser().parseFromString(answer.ok ? text : '', 'text/html');
    if (answer.ok && choices.length) {
      byId('import-rows').replaceWith(fresh.getElementById('import-rows'));
    } else {
      byId('preview').replaceChildren(...fresh.body.childNodes);
    }
  };

  const take = async () => {
    const source = list.elements.source.value.trim();
    askMe(list);
    const answer = await sendList('/api/imports', [...chosen(), 'file=' + encodeURIComponent(list.elements.file.files[0].name.slice(-200)),
      ...(source ? ['source=' + encodeURIComponent(source)] : [])]);
    if (answer.ok) {
      const imported = await answer.json();
      await goOn('/imports/' + imported.id, imported.position);
    } else {
      refuse(list, words.refused, await told(answer));
    }
  };

  const unlessOffline = async work => {
    try {
      await work();
    } catch {
      refuse(list, words.offline);
    }
  };

  if (list) {
    list.addEventListener('change', event => {
      if (event.target.name === 'file') {
        byId('preview').replaceChildren();
        if (event.target.files.length) {
          unlessOffline(() => look([]));
        }
      } else if (event.target.name === 'as') {
        unlessOffline(() => look(chosen()));
      }
    });
    list.addEventListener('submit', async event => {
      event.preventDefault();
      if (!list.dataset.busy && byId('import-rows')) {
        list.dataset.busy = 'true';
        await unlessOffline(take);
        delete list.dataset.busy;
      }
    });
  }

  // --- dialogs -----------------------------------------------------------------------------------------------------------

  const prepare = (form, target) => {
    if (form.dataset.typed && form.dataset.target === target) {
      return; // closed by mistake: what was typed is still there
    }
    form.reset();
    preset(form);
    form.dataset.target = target;
    delete form.dataset.typed;
    refuse(form, '');
  };

  // What is planned for another day was neither held nor missed by now.
  const offerOutcomes = (form, plannedFor) => {
    const isAhead = localOf(Date.parse(plannedFor)).slice(0, 10) > localOf(Date.now()).slice(0, 10);
    form.querySelectorAll('[name=state]').forEach(state => {
      state.disabled = isAhead && state.value !== 'cancelled';
      state.checked = isAhead ? !state.disabled : state.checked;
    });
    const hint = byId('outcome-ahead');
    hint.textContent = isAhead ? hint.dataset.words : '';
  };

  // What the opener knows and nobody types.
  const fill = (form, known) => new URLSearchParams(known).forEach((value, name) => {
    form.elements[name].value = value;
  });

  const open = opener => {
    const dialog = byId('say-' + opener.dataset.say);
    const form = dialog.querySelector('form');
    if (form.dataset.me !== undefined) {
      form.elements.name.value = me();
    } else {
      prepare(form, opener.dataset.id || '');
      fill(form, opener.dataset.fill || '');
      const about = form.querySelector('.about');
      if (about && opener.dataset.title) {
        about.textContent = byId(opener.dataset.title).querySelector('.subject').textContent;
      }
    }
    if (opener.dataset.say === 'outcome') {
      offerOutcomes(form, opener.closest('.entry').dataset.place);
    }
    htmx.trigger('#colleagues', 'hub:names');
    dialog.showModal();
    dialog.querySelector('[autofocus]').select?.(); // a list has nothing to select
  };

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-say]');
    if (opener) {
      open(opener);
    }
    event.target.closest('[data-close]')?.closest('dialog').close();
    const leave = event.target.closest('[data-leave]');
    if (leave) {
      const list = byId(leave.dataset.leave);
      list.dataset.left = [...list.children].map(item => item.id).join(' ');
      list.replaceChildren();
    }
    const fold = event.target.closest('[data-fold]');
    if (fold) {
      const list = byId(fold.dataset.fold);
      const isFolded = list.classList.toggle('folded');
      list.querySelector(isFolded ? '.unfold' : 'textarea').focus();
    }
  });

  // Enter saves, also where lines can be written; Shift and Enter begin a new one. A screen keyboard has no Shift with it,
  // and a list is written line by line.
  const isSaved = event => event.ctrlKey || event.metaKey ||
    !isTouched.matches && !event.shiftKey && event.target.dataset.list === undefined;
  const isTouched = matchMedia('(pointer: coarse)');
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing && event.target.matches('form[data-post] textarea') && isSaved(event)) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });

  document.addEventListener('input', event => {
    const form = event.target.form;
    if (form && form.dataset.post !== undefined) {
      form.dataset.typed = 'true';
    }
  });

  // The subject follows the kind as long as nobody wrote another one.
  document.addEventListener('change', event => {
    const subject = event.target.dataset.subject;
    if (subject) {
      const form = event.target.form;
      const known = [...form.elements].map(field => field.dataset.subject).filter(one => one);
      if (known.includes(form.elements.subject.value)) {
        form.elements.subject.value = subject;
      }
    }
  });

  const showAsk = () => document.querySelectorAll('.ask').forEach(ask => {
    ask.hidden = cookie() !== undefined;
  });

  document.addEventListener('htmx:load', showAsk); // the form of a call comes later
  document.addEventListener('focusin', event => {
    if (event.target.closest('.calls, .ask, .handing')) {
      htmx.trigger('#colleagues', 'hub:names');
    }
  });
  showAsk();
})();
