/* The state of a notice on this day at +08:00, and the search of the home page. Old WebViews: ES5. */
(function () {
  'use strict';
  var DAY = 86400000;
  function today() {
    return new Date(new Date().getTime() + 8 * 3600000).toISOString().slice(0, 10);
  }
  function stateOf(from, to, now) {
    if (!from || !to) { return '结果公开'; }
    if (now < from) { return '尚未开始'; }
    return now <= to ? '公示中' : '已结束';
  }
  function daysLeft(to, now) {
    return Math.round((Date.parse(to) - Date.parse(now)) / DAY) + 1;
  }
  function mark() {
    var now = today(), marks = document.querySelectorAll('.state[data-from]'), i, from, to, state;
    for (i = 0; i < marks.length; i += 1) {
      from = marks[i].getAttribute('data-from');
      to = marks[i].getAttribute('data-to');
      state = stateOf(from, to, now);
      marks[i].textContent = state === '公示中' ? state + '，还有' + daysLeft(to, now) + '天' : state;
      if (state === '公示中') { marks[i].className = 'state running'; }
    }
  }
  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }
  function fill(id, first, texts) {
    var select = document.getElementById(id), i;
    select.appendChild(new Option(first, ''));
    for (i = 0; i < texts.length; i += 1) { select.appendChild(new Option(texts[i], texts[i])); }
    select.onchange = search;
    return select;
  }
  function distinct(entries, of) {
    var seen = {}, list = [], i, text;
    for (i = 0; i < entries.length; i += 1) {
      text = '' + of(entries[i]);
      if (!Object.prototype.hasOwnProperty.call(seen, text)) { seen[text] = true; list.push(text); }
    }
    return list;
  }
  var MOST = 50, selects = {};
  /* An entry: [code, village, year, programme, period, kind, revision, from, to, fixed state]. */
  function village(entry) { return CUNBANG_INDEX.villages[entry[1]]; }
  function year(entry) { return entry[2]; }
  function programme(entry) { return CUNBANG_INDEX.programmes[entry[3]]; }
  function department(entry) { return CUNBANG_INDEX.departments[CUNBANG_INDEX.led_by[entry[3]]]; }
  function state(entry) { return entry[9] || stateOf(entry[7], entry[8], today()); }
  function title(entry) {
    return village(entry) + CUNBANG_INDEX.periods[entry[4]] + programme(entry) + CUNBANG_INDEX.kinds[entry[5]] + '　第' + entry[6] + '版';
  }
  function wanted(entry) {
    return (!selects.village.value || village(entry) === selects.village.value) &&
      (!selects.year.value || '' + year(entry) === selects.year.value) &&
      (!selects.programme.value || programme(entry) === selects.programme.value) &&
      (!selects.department.value || department(entry) === selects.department.value) &&
      (!selects.state.value || state(entry) === selects.state.value);
  }
  function result(entry) {
    var item = document.createElement('li'), link = element('a', title(entry));
    link.href = 'D/' + entry[0] + '/index.html';
    item.appendChild(link);
    item.appendChild(element('p', state(entry)));
    return item;
  }
  /* What holds comes before what was corrected, withdrawn or taken down. */
  function search() {
    var list = document.getElementById('results'), entries = CUNBANG_INDEX.entries, found = 0, i, past;
    list.textContent = '';
    for (past = 0; past < 2; past += 1) {
      for (i = 0; i < entries.length; i += 1) {
        if ((entries[i][9] ? 1 : 0) === past && wanted(entries[i]) && /^[0-9A-Z]{26}$/.test(entries[i][0])) {
          found += 1;
          if (found <= MOST) { list.appendChild(result(entries[i])); }
        }
      }
    }
    document.getElementById('found').textContent = '共' + found + '件' + (found > MOST ? '，只列出前' + MOST + '件，请再选条件' : '');
  }
  function start() {
    var entries = CUNBANG_INDEX.entries;
    selects.village = fill('by-village', '全部村', CUNBANG_INDEX.villages);
    selects.year = fill('by-year', '全部年度', distinct(entries, year));
    selects.programme = fill('by-programme', '全部项目', CUNBANG_INDEX.programmes);
    selects.department = fill('by-department', '全部部门', CUNBANG_INDEX.departments.filter(function (name) { return name; }));
    selects.state = fill('by-state', '全部状态', ['公示中', '已结束', '尚未开始', '结果公开', '已更正', '已撤回', '已下架']);
    document.getElementById('search').hidden = false;
    search();
  }
  mark();
  if (typeof CUNBANG_INDEX !== 'undefined' && document.getElementById('search')) { start(); }
}());
