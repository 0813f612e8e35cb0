'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const findings = [...document.querySelectorAll('.finding')];
  const text = new Map();
  const controls = { rule: byId('rule'), severity: byId('severity'), speaker: byId('speaker') };
  const search = byId('search');
  const openOnly = byId('open-only');
  const count = byId('count');
  let shown = findings;
  let current = null;

  // Ticks belong to a file and a finding: another report on the same file finds them again.
  const key = (finding) => `duizhao:${finding.dataset.path}:${finding.id.slice(2)}`;
  const remember = (finding, done) => {
    try {
      if (done) localStorage.setItem(key(finding), '1');
      else localStorage.removeItem(key(finding));
    } catch { /* Without storage, ticks last as long as the page. */ }
  };
  const remembered = (finding) => {
    try { return localStorage.getItem(key(finding)) === '1'; } catch { return false; }
  };
  const tick = (finding, done) => {
    finding.classList.toggle('ticked', done);
    finding.querySelector('.tick').checked = done;
  };

  const said = (finding) => {
    if (!text.has(finding)) text.set(finding, finding.textContent.toLowerCase());
    return text.get(finding);
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = (finding) => {
      const { rule, severity, speakers } = finding.dataset;
      return (!controls.rule.value || rule === controls.rule.value)
        && (!controls.severity.value || severity === controls.severity.value)
        && (!controls.speaker.value || speakers.split('|').includes(controls.speaker.value))
        && (!openOnly.checked || !finding.classList.contains('ticked'))
        && words.every((word) => said(finding).includes(word));
    };
    shown = [];
    for (const finding of findings) {
      const visible = wanted(finding);
      if (finding.hidden === visible) finding.hidden = !visible;
      if (visible) shown.push(finding);
    }
    tell();
  };

  const tell = () => {
    const done = findings.filter((finding) => finding.classList.contains('ticked')).length;
    count.textContent = `${shown.length} of ${findings.length} shown, ${done} done`;
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
  const step = (by) => {
    const at = shown.indexOf(current);
    if (at < 0) select(shown[by > 0 ? 0 : shown.length - 1]);
    else select(shown[Math.min(shown.length - 1, Math.max(0, at + by))]);
  };

  const help = (open) => {
    byId('help').hidden = !open;
    byId('help-button').setAttribute('aria-expanded', String(open));
  };

  const save = () => {
    const done = findings.filter((finding) => finding.classList.contains('ticked'));
    const entries = done.map((finding) => ({
      fingerprint: finding.id.slice(2),
      rule: finding.dataset.rule,
      path: finding.dataset.path,
    }));
    const baseline = { schema: 'duizhao-baseline/1', findings: entries };
    const link = document.createElement('a');
    const data = new Blob([`${JSON.stringify(baseline, null, 2)}\n`], { type: 'application/json' });
    link.href = URL.createObjectURL(data);
    link.download = 'duizhao-baseline.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  for (const finding of findings) if (remembered(finding)) tick(finding, true);
  for (const control of Object.values(controls)) control.addEventListener('change', filter);
  search.addEventListener('input', filter);
  openOnly.addEventListener('change', filter);
  byId('export').addEventListener('click', save);
  byId('help-button').addEventListener('click', () => help(byId('help').hidden));
  document.addEventListener('change', (event) => {
    if (!event.target.classList.contains('tick')) return;
    const finding = event.target.closest('.finding');
    tick(finding, event.target.checked);
    remember(finding, event.target.checked);
    tell();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.key === 'Escape') {
      if (typing) event.target.blur();
      search.value = '';
      help(false);
      filter();
      return;
    }
    if (typing) return;
    const actions = {
      j: () => step(1),
      k: () => step(-1),
      '/': () => search.focus(),
      '?': () => help(byId('help').hidden),
      x: () => {
        if (!current) return;
        const done = !current.classList.contains('ticked');
        tick(current, done);
        remember(current, done);
        tell();
      },
    };
    if (actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  });
  const follow = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains('finding')) {
      target.hidden = false;
      select(target);
    }
  };
  window.addEventListener('hashchange', follow);
  byId('tools').hidden = false;
  filter();
  follow();
})();
