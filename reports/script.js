'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const inText = all('.finding');
  let findings = inText;
  const files = all('.file');
  const listOf = new Map(files.map((file) => [file, all('.finding', file)]));
  // A filter that would have nothing to choose from is not on the page.
  const choices = ['rule', 'severity', 'speaker', 'file'].map(byId).filter(Boolean);
  const search = byId('search');
  const openOnly = byId('open-only');
  const count = byId('count');
  let shown = findings;
  let current = null;

  // Ticks belong to a file and a finding: another report on the same file finds them again.
  const key = ({ dataset }) => `duizhao:${dataset.path}:${dataset.fingerprint}`;
  const remember = (finding, done) => {
    try {
      if (done) localStorage.setItem(key(finding), '1');
      else localStorage.removeItem(key(finding));
    } catch { /* Without storage, ticks last as long as the page. */ }
  };
  const remembered = (finding) => {
    try { return localStorage.getItem(key(finding)) === '1'; } catch { return false; }
  };
  const isDone = (finding) => finding.classList.contains('ticked');
  const tick = (finding, done) => {
    finding.classList.toggle('ticked', done);
    finding.querySelector('.tick').checked = done;
  };

  // What is searched: what a finding says, its file, and its turns in full, each read once. The words of the page
  // itself ("done", "whole turn") are none of that.
  const read = new Map();
  const textOf = (element, textAnew) => {
    if (!read.has(element)) read.set(element, textAnew().toLowerCase());
    return read.get(element);
  };
  const said = (finding) => {
    const parts = all('h3, .meta code, .meta span, .side, .hint', finding);
    return [...parts.map((part) => part.textContent), finding.dataset.path].join(' ');
  };
  const turnsOf = (finding) => finding.dataset.turns.split(' ');
  const turn = (finding, name) => byId(`${finding.dataset.texts}-${name}`);
  const says = (finding, word) => {
    const own = textOf(finding, () => said(finding));
    // Z1 is not to find Z15.
    if (/^[ze]\d+$/.test(word)) {
      return turnsOf(finding).includes(word.toUpperCase()) || new RegExp(`\\b${word}\\b`).test(own);
    }
    return own.includes(word) || turnsOf(finding).some((name) => {
      const text = turn(finding, name);
      return text && textOf(text, () => text.textContent).includes(word);
    });
  };

  const words = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const isNarrowed = () => Boolean(words().length || openOnly.checked || choices.some((choice) => choice.value));
  const filter = () => {
    const wanted = words();
    const fits = ({ dataset }) => choices.every(({ id, value }) => {
      if (!value) return true;
      return id === 'speaker' ? dataset.speakers.split('\n').includes(value) : dataset[id] === value;
    });
    shown = [];
    for (const finding of findings) {
      const visible = fits(finding) && !(openOnly.checked && isDone(finding))
        && wanted.every((word) => says(finding, word));
      if (finding.hidden === visible) finding.hidden = !visible;
      if (visible) shown.push(finding);
    }
    const left = new Set(shown.map((finding) => finding.closest('.file')));
    for (const file of files) file.hidden = isNarrowed() && !left.has(file);
    tell();
  };

  const tell = () => {
    const done = findings.filter(isDone).length;
    count.textContent = `${shown.length} of ${findings.length} shown, ${done} done`;
    byId('clear').hidden = !isNarrowed();
    byId('nothing').hidden = shown.length > 0 || !isNarrowed();
  };
  const clear = () => {
    search.value = '';
    for (const choice of choices) choice.value = '';
    openOnly.checked = false;
    filter();
  };

  const select = (finding) => {
    if (!finding) return;
    if (current) current.classList.remove('current');
    current = finding;
    current.classList.add('current');
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: 'start' });
    history.replaceState(null, '', `#${current.id}`);
  };
  // From one that a filter has hidden, the way goes on from where it stands.
  const step = (by) => {
    const side = by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const ahead = shown.filter((finding) => !current || current.compareDocumentPosition(finding) & side);
    select(ahead.at(by > 0 ? 0 : -1) || (shown.includes(current) ? current : shown.at(by > 0 ? -1 : 0)));
  };
  const setDone = (finding, done) => {
    const at = shown.indexOf(finding);
    if (at < 0) return;
    tick(finding, done);
    remember(finding, done);
    byId('saved').textContent = '';
    filter();
    // What has gone makes way for what comes next.
    if (finding.hidden) select(shown[Math.min(at, shown.length - 1)]);
  };

  const sort = () => {
    const weight = { error: 0, warning: 1, info: 2 };
    const bySeverity = (a, b) => weight[a.dataset.severity] - weight[b.dataset.severity];
    const order = (list) => (byId('order').value === 'severity' ? [...list].sort(bySeverity) : list);
    for (const [file, own] of listOf) {
      const list = file.querySelector('.list');
      const behind = list.querySelector('.texts');
      for (const finding of order(own)) list.insertBefore(finding, behind);
    }
    findings = all('.finding');
    filter();
  };

  // The turns of a finding in full, taken from the end of its file; the place is marked there as well.
  const copy = (finding, name) => {
    const original = turn(finding, name);
    if (!original) return document.createElement('div');
    const made = original.cloneNode(true);
    made.removeAttribute('id');
    const place = all('.side', finding).find(({ dataset }) => dataset.turn === name && dataset.at);
    if (place) {
      const quote = made.querySelector('blockquote');
      const characters = [...quote.textContent];
      const from = Number(place.dataset.at);
      const to = from + Number(place.dataset.length);
      const mark = document.createElement('mark');
      mark.textContent = characters.slice(from, to).join('');
      quote.replaceChildren(characters.slice(0, from).join(''), mark, characters.slice(to).join(''));
    }
    return made;
  };
  const unfold = (details) => {
    const refs = details.querySelector('.refs');
    if (!details.open || !refs) return;
    const finding = details.closest('.finding');
    const sides = ['Z', 'E'].map((letter) => turnsOf(finding).filter((name) => name[0] === letter));
    const rows = document.createElement('div');
    rows.className = 'rows';
    for (let at = 0; at < Math.max(sides[0].length, sides[1].length); at += 1) {
      rows.append(...sides.map((names) => (names[at] ? copy(finding, names[at]) : document.createElement('div'))));
    }
    refs.replaceWith(rows);
  };

  const toggle = (button, open) => {
    byId(button.getAttribute('aria-controls')).hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  const help = (open) => toggle(byId('help-button'), open);
  const isOpen = (button) => button.getAttribute('aria-expanded') === 'true';

  // A baseline of what is done, on top of one that is there already.
  const download = (name, value) => {
    const link = document.createElement('a');
    const data = new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
    link.href = URL.createObjectURL(data);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const save = async () => {
    const schema = 'duizhao-baseline/1';
    const done = inText.filter(isDone).map(({ dataset: { path, rule, fingerprint } }) => ({ path, rule, fingerprint }));
    const [file] = byId('base').files;
    let known = [];
    try {
      if (file) known = JSON.parse(await file.text());
      if (file && !(known.schema === schema && Array.isArray(known.findings))) throw new Error(schema);
    } catch {
      byId('saved').textContent = `${file.name} is no baseline; nothing was saved.`;
      return;
    }
    const kept = file ? known.findings : [];
    const name = (entry) => `${entry.path}\n${entry.rule}\n${entry.fingerprint}`;
    const names = new Set(kept.map(name));
    const added = done.filter((entry) => !names.has(name(entry)));
    // In the order in which the program writes them.
    const inOrder = (a, b) => (name(a) < name(b) ? -1 : 1);
    download(file ? file.name : 'duizhao-baseline.json', { schema, findings: [...kept, ...added].sort(inOrder) });
    byId('saved').textContent = file
      ? `Saved: ${kept.length} of ${file.name} and ${added.length} more.`
      : `Saved: the ${added.length} that are done here.`;
  };

  // Of what sticks to the top of the window the height is not known before.
  const tools = byId('tools');
  const measure = () => {
    const sticks = getComputedStyle(tools).position === 'sticky';
    document.documentElement.style.setProperty('--bar', `${sticks ? tools.offsetHeight : 0}px`);
  };

  // The browser may have kept the boxes and menus of an earlier visit.
  for (const finding of findings) tick(finding, remembered(finding));
  for (const choice of choices) choice.addEventListener('change', filter);
  search.addEventListener('input', filter);
  openOnly.addEventListener('change', filter);
  byId('order').addEventListener('change', sort);
  byId('save').addEventListener('click', save);
  for (const button of all('button[aria-controls]')) {
    button.addEventListener('click', () => toggle(button, !isOpen(button)));
  }
  for (const button of all('.clear')) button.addEventListener('click', clear);
  for (const details of all('.whole')) details.addEventListener('toggle', () => unfold(details));
  document.addEventListener('change', (event) => {
    if (!event.target.classList.contains('tick')) return;
    setDone(event.target.closest('.finding'), event.target.checked);
  });
  document.addEventListener('keydown', (event) => {
    // An input method that is at work has its own use for Escape.
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.key === 'Escape') {
      if (typing) event.target.blur();
      for (const button of all('.tools button[aria-controls]')) toggle(button, false);
      clear();
      return;
    }
    if (typing) return;
    const actions = {
      j: () => step(1),
      k: () => step(-1),
      '/': () => search.focus(),
      '?': () => help(byId('help').hidden),
      o: () => {
        const details = current && current.querySelector('.whole');
        if (details) details.open = !details.open;
      },
      x: () => { if (current) setDone(current, !isDone(current)); },
    };
    if (actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  });
  const follow = () => {
    const target = byId(location.hash.slice(1));
    if (target && target.classList.contains('finding')) {
      if (target.hidden) clear();
      select(target);
    }
  };
  window.addEventListener('hashchange', follow);
  // A link to where the page stands already changes nothing by itself.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) follow();
  });
  document.documentElement.classList.add('scripted');
  tools.hidden = false;
  // Where there is little room, the findings come first.
  if (matchMedia('(max-width: 60rem)').matches) for (const picture of all('.pairing')) picture.open = false;
  new ResizeObserver(measure).observe(tools);
  measure();
  if (byId('order').value === 'severity') sort();
  else filter();
  follow();
})();
