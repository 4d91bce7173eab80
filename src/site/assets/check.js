/* Self-check of a disclosure page. Three separate questions:
   1 do the carried bytes have the code of the address and the code printed here?
   2 did the office's key sign them?
   3 is what the page shows what the bytes say? The page is drawn anew from the bytes and compared.
   No answer is given before its question was asked. Old WebViews: ES5, no modules.
   The words must be those of src/site/words.rs. */
(function () {
  'use strict';
  var ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  function say(id, look, text) {
    var line = document.getElementById(id);
    line.className = look;
    line.textContent = text;
  }

  /* Bytes */
  function fromBase64(text) {
    var binary = atob(text), bytes = new Uint8Array(binary.length), i;
    for (i = 0; i < binary.length; i += 1) { bytes[i] = binary.charCodeAt(i); }
    return bytes;
  }
  function ascii(text) {
    var bytes = new Uint8Array(text.length), i;
    for (i = 0; i < text.length; i += 1) { bytes[i] = text.charCodeAt(i); }
    return bytes;
  }
  function joined(a, b) {
    var bytes = new Uint8Array(a.length + b.length);
    bytes.set(a, 0);
    bytes.set(b, a.length);
    return bytes;
  }
  function fromUtf8(bytes) {
    var parts = [], i;
    for (i = 0; i < bytes.length; i += 4096) {
      parts.push(String.fromCharCode.apply(null, bytes.subarray(i, i + 4096)));
    }
    return decodeURIComponent(escape(parts.join('')));
  }

  /* SHA-256, FIPS 180-4 */
  function primes(count) {
    var found = [], n = 2, i, prime;
    while (found.length < count) {
      prime = true;
      for (i = 0; i < found.length; i += 1) { if (n % found[i] === 0) { prime = false; break; } }
      if (prime) { found.push(n); }
      n += 1;
    }
    return found;
  }
  function fraction(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }
  function cubeRoot(n) {
    var x = Math.pow(n, 1 / 3);
    return x - (x * x * x - n) / (3 * x * x);
  }
  var K = primes(64).map(function (n) { return fraction(cubeRoot(n)); });
  var START = primes(8).map(function (n) { return fraction(Math.sqrt(n)); });
  function turn(x, n) { return (x >>> n) | (x << (32 - n)); }
  function padded(bytes) {
    var length = bytes.length, size = ((length + 8) >> 6) * 64 + 64, all = new Uint8Array(size), bits = length * 8, i;
    all.set(bytes, 0);
    all[length] = 128;
    for (i = 0; i < 6; i += 1) {
      all[size - 1 - i] = bits % 256;
      bits = Math.floor(bits / 256);
    }
    return all;
  }
  function block(state, all, at) {
    var w = [], i, s0, s1, t1, t2, v = state.slice();
    for (i = 0; i < 16; i += 1) {
      w[i] = (all[at + 4 * i] << 24) | (all[at + 4 * i + 1] << 16) | (all[at + 4 * i + 2] << 8) | all[at + 4 * i + 3];
    }
    for (i = 16; i < 64; i += 1) {
      s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    for (i = 0; i < 64; i += 1) {
      s1 = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25);
      t1 = (v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + K[i] + w[i]) | 0;
      s0 = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22);
      t2 = (s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]))) | 0;
      v = [(t1 + t2) | 0, v[0], v[1], v[2], (v[3] + t1) | 0, v[4], v[5], v[6]];
    }
    for (i = 0; i < 8; i += 1) { state[i] = (state[i] + v[i]) | 0; }
  }
  function sha256(bytes) {
    var all = padded(bytes), state = START.slice(), hash = new Uint8Array(32), i;
    for (i = 0; i < all.length; i += 64) { block(state, all, i); }
    for (i = 0; i < 32; i += 1) { hash[i] = state[i >> 2] >>> (24 - 8 * (i & 3)); }
    return hash;
  }
  function crockford(bytes) {
    var text = '', buffer = 0, bits = 0, i;
    for (i = 0; i < bytes.length; i += 1) {
      buffer = ((buffer << 8) | bytes[i]) & 0xFFFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text += ALPHABET.charAt((buffer >> bits) & 31);
      }
    }
    return bits ? text + ALPHABET.charAt((buffer << (5 - bits)) & 31) : text;
  }
  /* 24 digits, see src/domain/fingerprint.rs */
  function fingerprint(key) {
    var hash = sha256(joined(ascii('cunbang/key/1\n'), key)), digits = [], i, j, carry, text = '';
    for (j = 0; j < 24; j += 1) { digits.push(0); }
    for (i = 0; i < 10; i += 1) {
      carry = hash[i];
      for (j = 23; j >= 0; j -= 1) {
        carry += digits[j] * 256;
        digits[j] = carry % 10;
        carry = Math.floor(carry / 10);
      }
    }
    for (j = 0; j < 24; j += 1) { text += (j && j % 4 === 0 ? ' ' : '') + digits[j]; }
    return text;
  }

  /* Words: src/site/words.rs */
  function decimal(text) {
    var parts = ('' + text).split('.'), tail = (parts[1] || '').replace(/0+$/, '');
    while (tail.length < 2) { tail += '0'; }
    return parts[0] + '.' + tail;
  }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  function grouped(fen) {
    return ('' + Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',') + '.' + two(fen % 100);
  }
  function day(text) {
    var parts = text.split('-');
    return +parts[0] + '年' + +parts[1] + '月' + +parts[2] + '日';
  }
  function period(text) {
    var year = text.slice(0, 4) + '年', rest = text.slice(4);
    if (!rest) { return year + '度'; }
    if (rest.charAt(0) === 'H') { return year + (rest === 'H1' ? '上' : '下') + '半年'; }
    if (rest.charAt(0) === 'Q') { return year + '第' + rest.slice(1) + '季度'; }
    return year + +rest.slice(1) + '月';
  }
  /* src/domain/capital.rs */
  var DIGITS = '零壹贰叁肆伍陆柒捌玖';
  var UNITS = [[100000000, '亿'], [10000, '万'], [1000, '仟'], [100, '佰'], [10, '拾']];
  function whole(n) {
    var i, unit, rest;
    for (i = 0; i < UNITS.length; i += 1) {
      unit = UNITS[i][0];
      if (n >= unit) {
        rest = n % unit;
        return whole(Math.floor(n / unit)) + UNITS[i][1] + (rest ? (rest < unit / 10 ? '零' : '') + whole(rest) : '');
      }
    }
    return DIGITS.charAt(n);
  }
  function capitals(fen) {
    var yuan = Math.floor(fen / 100), jiao = Math.floor(fen / 10) % 10, last = fen % 10;
    var text = yuan > 0 || fen === 0 ? whole(yuan) + '元' : '';
    if (!jiao && !last) { return text + '整'; }
    text += jiao ? DIGITS.charAt(jiao) + '角' : (yuan > 0 ? '零' : '');
    return text + (last ? DIGITS.charAt(last) + '分' : '整');
  }
  /* src/domain/title.rs */
  function title(d) {
    return d.division.township + d.division.name + period(d.period) + d.programme.name +
      (!d.kind ? '发放' : d.kind === 'arrears' ? '补发' : '更正发放') + (d.stage === 'notice' ? '公示' : '结果公开');
  }
  function has(d, column) { return d.columns.indexOf(column) >= 0; }
  function notice(days) {
    return day(days.from) + '至' + day(days.to) + '24时止（' + (days.day_kind === 'calendar' ? '自然日' : '工作日') + '）';
  }
  function standard(d) {
    if (d.programme.rate !== null) { return decimal(d.programme.rate) + '元/' + d.programme.unit; }
    return has(d, 'rate') ? '分档，见名单' : '';
  }
  function counts(d) {
    var t = d.totals, told = [], missing = false;
    [[t.households, '户'], [t.persons, '人'], [t.lines, '笔']].forEach(function (pair) {
      if (pair[0] === null) { missing = true; } else { told.push(pair[0] + pair[1]); }
    });
    if (t.quantity !== null && +t.quantity > 0) { told.push(decimal(t.quantity) + d.programme.unit); }
    if (missing) { told.push('人数不足5的汇总数依规定不予公布'); }
    return told.join('，');
  }
  var PRIVACY = {
    full: '本表不含身份证号、银行卡号和个人电话。',
    masked: '网上姓名已作去标识化处理，完整名单张贴在村务公开栏；序号、数量、金额与纸上相同。',
    none: '本项目依规定只公布汇总数，不公布名单。'
  };
  var OBJECT = {
    notice: '对名单、数量、标准或金额有异议的，请在公示时间内向下列单位反映，口头、书面、电话都可以。',
    result: '对发放结果有异议的，请向下列单位反映，口头、书面、电话都可以。'
  };
  function batchKind(kind) {
    if (!kind) { return ''; }
    return kind === 'arrears' ? '补发' : '更正发放（更正批次' + kind.correction + '）';
  }
  function facts(d) {
    return [
      ['公示编号', d.label + '　第' + d.revision + '版'],
      ['批次类型', batchKind(d.kind)],
      ['公示时间', d.notice ? notice(d.notice) : ''],
      ['发放日期', d.paid_on ? day(d.paid_on) : ''],
      ['公示单位', d.issuer.name],
      ['政策依据', d.basis.join('；')],
      ['对象范围', d.programme.audience],
      ['补贴标准', standard(d)],
      ['发放汇总', counts(d)],
      ['合计金额', d.totals.fen === null ? '' : grouped(d.totals.fen) + '元（大写：人民币' + capitals(d.totals.fen) + '）'],
      ['隐私说明', PRIVACY[d.names]]
    ].filter(function (fact) { return fact[1] !== ''; });
  }
  function heading(d, column) {
    var unit = d.programme.unit;
    return {
      no: '序号',
      name: d.programme.payee_basis === 'household' ? '户主姓名' : '姓名',
      group: '组别',
      quantity: unit === '亩' ? '面积（亩）' : '数量（' + unit + '）',
      rate: '标准（元/' + unit + '）',
      months: '月数',
      amount: '金额（元）'
    }[column];
  }
  var PLACE = { no: 0, name: 1, group: 2, quantity: 3, rate: 4, months: 5, amount: 6 };
  function cell(row, column) {
    var value = row[PLACE[column]];
    if (value === null) { return ''; }
    if (column === 'amount') { return grouped(value); }
    return column === 'quantity' || column === 'rate' ? decimal(value) : '' + value;
  }
  function foot(d, column) {
    var t = d.totals, heads = d.programme.payee_basis === 'household' ? [t.households, '户'] : [t.persons, '人'];
    if (column === 'no') { return '合计'; }
    if (column === 'name') { return heads[0] === null ? '' : heads[0] + heads[1]; }
    if (column === 'quantity') { return t.quantity === null ? '' : decimal(t.quantity); }
    return column === 'amount' && t.fen !== null ? grouped(t.fen) : '';
  }
  /* src/site/changes.rs */
  var REASONS = {
    objection: '异议属实', verified: '核实更正', typing: '录入错误', facts: '情况变动', policy: '政策调整', privacy: '隐私保护'
  };
  var CHANGES = [['changed', '更正'], ['added', '新增'], ['removed', '删除']];
  function changesOf(d) { return d.changes || []; }
  function changeSummary(d) {
    var before = d.replaces ? '核对码' + d.replaces.slice(0, 4) + '-' + d.replaces.slice(4, 8) + '的' : '';
    var counts = CHANGES.map(function (change) {
      var rows = changesOf(d).filter(function (row) { return row.change === change[0]; }).length;
      return rows ? change[1] + rows + '行' : '';
    });
    return '与' + before + '上一版相比：' + counts.filter(function (count) { return count; }).join('，') + '。';
  }
  function changeTold(d, row) {
    return row.cells.map(function (one) {
      var name = heading(d, one.column);
      if (row.change === 'added') { return '新增，' + name + one.after; }
      if (row.change === 'removed') { return '删除，原' + name + one.before; }
      if (row.reason === 'privacy' && !one.before) { return name + '改为' + (one.after || '空') + '，原内容不再公布'; }
      return name + '由' + (one.before || '空') + '改为' + (one.after || '空');
    }).join('；');
  }
  function tableClass(d) {
    var names = [];
    d.columns.forEach(function (column, i) { if (PLACE[column] > 2) { names.push('n' + (i + 1)); } });
    if (d.columns.length > 5) { names.push('wide'); }
    return names.join(' ');
  }

  /* Drawing */
  function add(parent, name, text) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    parent.appendChild(made);
    return made;
  }
  function tableRow(parent, name, texts) {
    var row = add(parent, 'tr');
    texts.forEach(function (text) { add(row, name, text); });
  }
  function drawTable(parent, d) {
    var table = add(parent, 'table'), body;
    table.className = tableClass(d);
    tableRow(add(table, 'thead'), 'th', d.columns.map(function (column) { return heading(d, column); }));
    body = add(table, 'tbody');
    d.rows.forEach(function (row) {
      tableRow(body, 'td', d.columns.map(function (column) { return cell(row, column); }));
    });
    tableRow(add(table, 'tfoot'), 'td', d.columns.map(function (column) { return foot(d, column); }));
  }
  function drawHeading(d) {
    var part = document.createElement('div');
    part.id = 'heading';
    add(part, 'h1', title(d));
    return part;
  }
  /* Null where the bytes name no change: then the page must show none. */
  function drawChanges(d) {
    var part, table, body;
    if (!changesOf(d).length) { return null; }
    part = document.createElement('section');
    part.id = 'changes';
    add(part, 'h2', '更正说明');
    add(part, 'p', changeSummary(d));
    table = add(part, 'table');
    table.className = 'changes';
    tableRow(add(table, 'thead'), 'th', ['序号', '姓名', '更正内容', '原因']);
    body = add(table, 'tbody');
    d.changes.forEach(function (row) {
      tableRow(body, 'td', ['' + row.no, row.name, changeTold(d, row), REASONS[row.reason]]);
    });
    return part;
  }
  function drawPublic(d) {
    var part = document.createElement('section'), list = add(part, 'dl'), item, link;
    part.id = 'public';
    facts(d).forEach(function (fact) {
      add(list, 'dt', fact[0]);
      add(list, 'dd', fact[1]);
    });
    if (d.rows.length) { drawTable(part, d); }
    add(part, 'h2', '有异议怎么办');
    add(part, 'p', OBJECT[d.stage]);
    list = add(part, 'ul');
    d.contacts.forEach(function (contact) {
      item = add(list, 'li', contact.office + '：');
      link = add(item, 'a', contact.phone);
      link.setAttribute('href', 'tel:' + contact.phone);
    });
    return part;
  }
  /* Names, attributes and texts of a part of the page; blank space between elements does not count. */
  function canon(node) {
    var text, i, marks = [];
    if (node.nodeType === 3) { return /^\s*$/.test(node.nodeValue) ? '' : JSON.stringify(node.nodeValue); }
    if (node.nodeType !== 1) { return ''; }
    for (i = 0; i < node.attributes.length; i += 1) {
      marks.push(node.attributes[i].name + '=' + JSON.stringify(node.attributes[i].value));
    }
    text = '<' + node.nodeName + ' ' + marks.sort().join(' ') + '>';
    for (i = 0; i < node.childNodes.length; i += 1) { text += canon(node.childNodes[i]); }
    return text + '</>';
  }
  function replaced(id, drawn, before) {
    var shown = document.getElementById(id), same = shown && drawn ? canon(shown) === canon(drawn) : !shown && !drawn;
    if (shown && drawn) {
      shown.parentNode.replaceChild(drawn, shown);
    } else if (shown) {
      shown.parentNode.removeChild(shown);
    } else if (drawn) {
      before.parentNode.insertBefore(drawn, before);
    }
    return same;
  }
  function redraw(d) {
    var same = replaced('heading', drawHeading(d)), list = document.getElementById('public');
    same = replaced('changes', drawChanges(d), list) && same;
    same = replaced('public', drawPublic(d)) && same;
    return same && document.getElementsByTagName('title')[0].textContent === title(d);
  }

  /* The questions */
  function addressCode() {
    var found = /\/D\/([0-9A-Z]{26})\/(?:index\.html)?$/i.exec(window.location.pathname);
    return found ? found[1].toUpperCase() : null;
  }
  function shownAt(id) { return document.getElementById(id).textContent; }
  /* False once the list is known to be wrong: then a good signature would only lend it a green line. */
  function checkList(carried) {
    var bytes = fromBase64(carried.bytes), code = crockford(sha256(bytes)).slice(0, 26), asked = addressCode();
    if (asked === null) {
      say('answer-list', 'unsure', '名单：网址里没有公开码，不能核对。请重新扫码打开本页');
      return true;
    }
    if (code !== asked || code !== shownAt('printed').replace(/ /g, '') || code.slice(0, 4) + '-' + code.slice(4, 8) !== shownAt('short')) {
      say('answer-list', 'wrong', '名单与公开码不一致：本页不可信，请打电话查问');
      return false;
    }
    if (!redraw(JSON.parse(fromUtf8(bytes)))) {
      say('answer-list', 'wrong', '名单与公开码不一致：网页原来所列与公示数据不同，现已按公示数据重画');
      return false;
    }
    say('answer-list', 'good', '名单与公开码一致');
    return true;
  }
  function checkSignature(carried, hash) {
    var key = fromBase64(carried.key), signature = fromBase64(carried.signature), print = fingerprint(key);
    var message = joined(ascii('cunbang/disclosure/1\n'), hash);
    var subtle = window.crypto && window.crypto.subtle;
    function cannot() { say('answer-signature', 'unsure', '签名：此浏览器不能核验，可用页末的办法核对'); }
    function wrong() { say('answer-signature', 'wrong', '签名无效：本页不可信，请打电话查问'); }
    if (key.length !== 32 || signature.length !== 64 || print !== shownAt('fingerprint')) { return wrong(); }
    if (!subtle || !subtle.importKey) { return cannot(); }
    subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']).then(function (imported) {
      return subtle.verify({ name: 'Ed25519' }, imported, signature, message);
    }).then(function (good) {
      if (!good) { return wrong(); }
      say('answer-signature', 'good', '签名有效（密钥指纹 ' + print + '，请与纸上比较）');
    }, cannot);
  }
  /* A list that was taken down on schedule: no bytes to ask, so no answer on the list, good or bad.
     The signature is over their hash, whose first 26 characters are the code. */
  function checkEnd(carried) {
    var hash = fromBase64(carried.hash), code = crockford(hash).slice(0, 26), asked = addressCode();
    say('answer-list', 'unsure', '名单：已按期下架，本页不再核对名单。您自己保存的公示数据仍可按下面的办法核对，请妥善保存');
    if (asked === null) { return say('answer-signature', 'unsure', '签名：网址里没有公开码，不能核对。请重新扫码打开本页'); }
    if (asked !== shownAt('printed').replace(/ /g, '')) { return say('answer-signature', 'wrong', '公开码与网址不一致：本页不可信，请打电话查问'); }
    if (!hash.length) { return say('answer-signature', 'unsure', '签名：公示数据已清除，网页不能核验；可用您自己保存的公示数据核对'); }
    if (code !== asked) { return say('answer-signature', 'wrong', '签名与公开码不一致：本页不可信，请打电话查问'); }
    checkSignature(carried, hash);
  }
  function checkAll(carried) {
    try {
      if (!checkList(carried)) {
        say('answer-signature', 'wrong', '签名：名单不符，签名不作数');
        return;
      }
    } catch (ignored) {
      say('answer-list', 'wrong', '名单与公开码不一致：本页的数据已损坏');
      say('answer-signature', 'wrong', '签名：名单不符，签名不作数');
      return;
    }
    checkSignature(carried, sha256(fromBase64(carried.bytes)));
  }
  function start() {
    var carried;
    try {
      carried = JSON.parse(document.getElementById('carried').textContent);
    } catch (ignored) { carried = { bytes: '', key: '', signature: '' }; }
    try {
      if (carried.ended) { checkEnd(carried); } else { checkAll(carried); }
    } catch (ignored) { say('answer-signature', 'wrong', '签名无效：本页的数据已损坏'); }
  }
  start();
}());
