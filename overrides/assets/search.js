// The search. Pagefind finds a word where it is written so, and all words of a query at once; readers write other forms
// of a word, misspell it, and write words that no page has. So each word of a query is first led to the words of the
// index that may be meant, and Pagefind is asked for each of them alone. What is typed goes nowhere: not into the address,
// not into any storage; the host only sees that parts of the index are read. Nothing is asked for before the first letter.
(function () {
  // How much a word of the index counts that is not the one that was typed.
  var SAME = 1, STEM = 0.9, SOUND = 0.8, SLIP = 0.85, BARE = 0.6, ALIKE = 0.75, BEGUN = 0.9;
  var LONG_ENOUGH = 4;      // letters of a word in which one slip still leaves it to be known
  var LONG = 8;             // the same for two slips
  var COMMON_BEGINNING = 4; // letters that forms of one word share at least,
  var COMMON_SHARE = 0.6;   // and the share of the longer one
  var PAIR = 0.3;           // what two words side by side count beside each of them
  var NEIGHBOURS = 12;      // words of the index that a typed word is led to at most
  var SHOWN = 8;            // results: more are not read on a phone
  var PAUSE = 150;          // milliseconds without a key before a search begins

  // How Pagefind counts: a word that goes on after the typed one counts next to nothing, since the neighbours have it
  // already; and a short page is not the better one because it is short.
  var RANKING = { termSimilarity: 20, pageLength: 0.2, termSaturation: 0.3, termFrequency: 1 };

  // ---- Words: pure functions -------------------------------------------------------------------------------------

  // The spelling of the index: the same steps as in scripts/fold.py, with the table that is written there.
  function fold(text, table) {
    var spelled = "";
    for (var letter of text.normalize("NFKD").toLowerCase()) {
      var code = letter.codePointAt(0);
      if (table.marks.some(function (range) { return range[0] <= code && code <= range[1]; })) continue;
      if (letter in table.letters) spelled += table.letters[letter];
      else spelled += /[\p{L}\p{M}\p{N}]/u.test(letter) ? letter : " ";
    }
    return spelled.trim().split(/\s+/).join(" ");
  }

  // A word without the longest ending that it has.
  function stem(word, book) {
    var best = word;
    book.endings.forEach(function (ending) {
      var left = word.length - ending.length;
      if (left >= book.shortest && left < best.length && word.endsWith(ending)) best = word.slice(0, left);
    });
    return single(best);
  }

  // "stopped" and "stop", "meetting" and "meeting".
  function single(word) {
    return word.replace(/(.)\1+/gu, "$1");
  }

  // How a word sounds: two words that are written for the same sounds are equal then.
  function sound(word, book) {
    return single(book.sounds.reduce(function (heard, pair) { return heard.split(pair[0]).join(pair[1]); }, word));
  }

  // Its consonants, for a language that is also written in Latin letters as everybody likes.
  function bare(word, book) {
    if (!book.bare || !/^[a-z]+$/.test(word)) return "";
    var left = sound(word, book).replace(/(?!^)[aeiouy]|h$/g, "");
    return left.length > 2 ? single(left) : "";
  }

  // Slips of the finger between two words, up to a number: a letter more, less or other, or two that changed places
  // (Damerau and Levenshtein).
  function slips(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = [], last = Array.from({ length: other.length + 1 }, function (_, n) { return n; });
    for (var i = 1; i <= one.length; i++) {
      var row = [i], least = i;
      for (var j = 1; j <= other.length; j++) {
        var same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[other.length];
  }

  function commonBeginning(one, other) {
    var n = 0;
    while (n < one.length && one[n] === other[n]) n++;
    return n;
  }

  // How near a word of the index is to a typed one, from 0 to 1, and whether it is a guess that it was misspelt; null for
  // a word that is far. `typed` and `entry` have word, stem, sound and bare.
  function nearness(typed, entry) {
    var near = formOf(typed, entry), guess = misspelling(typed, entry);
    if (!near && !guess) return null;
    return { word: entry.word, near: Math.max(near, guess), guess: !near };
  }

  // The same for forms of a word, and words that begin with it.
  function formOf(typed, entry) {
    var word = typed.word, other = entry.word;
    if (word === other) return SAME;
    if (hasDigit(word) || hasDigit(other) || word.length < 2) return 0; // 17 is not 47
    if (typed.stem === entry.stem) return STEM;
    var longer = Math.max(word.length, other.length), shared = commonBeginning(word, other), share = shared / longer;
    if (shared >= 3 && shared === word.length) return BEGUN * Math.sqrt(share);
    return shared >= COMMON_BEGINNING && share >= COMMON_SHARE ? ALIKE * share : 0;
  }

  // The same for what was misspelt.
  function misspelling(typed, entry) {
    var word = typed.word, other = entry.word, most = word.length >= LONG ? 2 : word.length >= LONG_ENOUGH ? 1 : 0;
    if (hasDigit(word) || hasDigit(other) || word.length < 2) return 0;
    if (typed.sound === entry.sound) return SOUND;
    if (most && (most > 1 || typed.sound[0] === entry.sound[0])) { // the first letter is seldom wrong
      var made = Math.min(slips(word, other, most), slips(typed.sound, entry.sound, most));
      if (made <= most) return SLIP - made / word.length;
    }
    return typed.bare && typed.bare === entry.bare ? BARE : 0;
  }

  function hasDigit(word) {
    return /\p{N}/u.test(word);
  }

  function entryOf(word, book) {
    return { word: word, stem: stem(word, book), sound: sound(word, book), bare: bare(word, book) };
  }

  // What a file of words says, made ready: the book of one language.
  function openBook(list) {
    var book = Object.assign({}, list, { counts: new Map(), entries: [], known: new Map() });
    book.size = Object.keys(list.pages).length;
    var parts = list.words.split(" ").filter(Boolean);
    for (var i = 0; i < parts.length; i += 2) {
      book.counts.set(parts[i], Number(parts[i + 1]));
      book.entries.push(entryOf(parts[i], book));
    }
    return book;
  }

  // The words of the index that a typed word may stand for, the nearest first.
  function neighbours(word, book) {
    if (!book.known.has(word)) {
      var typed = entryOf(word, book);
      var found = book.entries.map(function (entry) {
        return nearness(typed, entry);
      }).filter(Boolean);
      found.sort(function (a, b) { return b.near - a.near || book.counts.get(b.word) - book.counts.get(a.word); });
      // Where a page has the word itself, it was not misspelt.
      var known = found.length && found[0].near >= STEM;
      book.known.set(word, found.filter(function (each) { return !(known && each.guess); }).slice(0, NEIGHBOURS));
    }
    return book.known.get(word);
  }

  // The words of a query as groups of neighbours: "socialworker" becomes two words, "help line" also one.
  function groupsOf(query, book) {
    var words = fold(query, book.fold).split(" ").filter(Boolean);
    var groups = [];
    words.forEach(function (word, n) {
      var near = neighbours(word, book);
      var parts = near.length && near[0].near >= STEM ? null : cut(word, book);
      if (parts) parts.forEach(function (part) { groups.push(neighbours(part, book)); });
      else groups.push(near);
      var joined = n && words[n - 1] + word;
      if (book.counts.has(joined)) groups.push(neighbours(joined, book));
    });
    return groups.filter(function (group) { return group.length; });
  }

  // Two words of the index that were written as one, the longest first part first; null where there are none.
  function cut(word, book) {
    for (var at = word.length - 2; at > 1; at--) {
      var parts = [word.slice(0, at), word.slice(at)];
      if (parts.every(function (part) { return book.counts.has(part); })) return parts;
    }
    return null;
  }

  // How much a word says: little where most pages have it. No list of common words is needed then, in any language.
  function weightOf(pages, size) {
    return Math.log(1 + (size - pages + 0.5) / (pages + 0.5));
  }

  // The pages for groups of words, the best first. `ask` gives Pagefind's points of each page for a word, or for words in
  // one row between quote marks.
  async function rank(groups, book, ask) {
    var total = new Map();
    function add(points, weight) {
      points.forEach(function (value, id) { total.set(id, (total.get(id) || 0) + weight * value); });
    }
    for (var n = 0; n < groups.length; n++) {
      var points = await pointsOf(groups[n], book, ask);
      add(points, weightOf(pagesAbout(points), book.size));
      // Words that stand side by side on a page, as in the query, say more than each of them: "they took", "my child".
      var pair = n && '"' + groups[n - 1][0].word + " " + groups[n][0].word + '"';
      var side = pair ? await ask(pair) : [];
      add(new Map(side.map(function (result) { return [result.id, PAIR]; })), weightOf(side.length, book.size));
    }
    return Array.from(total).sort(function (a, b) { return b[1] - a[1]; });
  }

  // How many pages are about a word: one that only mentions it counts as a part of a page. "Court" stands on most pages,
  // and is the matter of a few.
  function pagesAbout(points) {
    var values = Array.from(points.values()), most = Math.max.apply(null, values);
    return values.reduce(function (sum, value) { return sum + value / most; }, 0);
  }

  // The points of each page for the word of a group that fits it best. Pagefind lowers the points of a word that many
  // pages have; that is taken out, since it would raise what is rare because it was misspelt.
  async function pointsOf(group, book, ask) {
    var points = new Map();
    for (var each of group) {
      var results = await ask(each.word), rare = weightOf(results.length, book.size);
      // Every word here is on some page; Pagefind finds none when a part of its index did not come, and says nothing.
      if (!results.length) throw new Error("no index for " + each.word);
      for (var result of results) {
        var value = each.near * result.score / rare;
        if (value > (points.get(result.id) || 0)) points.set(result.id, value);
      }
    }
    return points;
  }

  // ---- The bundle of a language ----------------------------------------------------------------------------------

  var bundles = {};

  function load(base) {
    bundles[base] = bundles[base] || open(base);
    return bundles[base];
  }

  async function open(base) {
    var answers = await Promise.all([import(base + "pagefind.js"), fetch(base + "words.json", { cache: "no-cache" })]);
    if (!answers[1].ok) throw new Error(answers[1].status);
    var book = openBook(await answers[1].json());
    // A worker of its own is not worth 41 kB: a search of a hundred pages takes a few milliseconds.
    var pagefind = answers[0].createInstance({ basePath: base, noWorker: true, ranking: RANKING });
    await pagefind.init();
    return {
      book: book,
      ask: async function (word) { return (await pagefind.search(word)).results; }
    };
  }

  // The pages for a query in one language, each with what a result shows.
  async function find(query, base) {
    var bundle = await load(base);
    var ranked = await rank(groupsOf(query, bundle.book), bundle.book, bundle.ask);
    return ranked.slice(0, SHOWN).map(function (each) {
      var page = bundle.book.pages[each[0]];
      return { url: page[0], title: page[1], description: page[2], score: each[1],
               englishTitle: page[3], englishDescription: page[4], englishPage: page[5] };
    });
  }

  // ---- The page --------------------------------------------------------------------------------------------------

  var form = document.querySelector("form.search");
  if (!form) return;
  if (!/^http/.test(location.protocol)) return form.remove(); // a browser reads no index from a disk
  var field = form.querySelector("input"), status = form.querySelector("[role=status]"), list = form.querySelector("ol");
  var root = new URL(form.dataset.root, location.href).href;
  var turn = 0, timer;

  function baseOf(code) {
    return root + "assets/search/" + code + "/";
  }

  function copy(name) {
    return form.querySelector("template[data-say=" + name + "]").content.cloneNode(true);
  }

  function say(name, count) {
    var words = copy(name), number = words.querySelector("b");
    if (number) number.textContent = count;
    status.replaceChildren(words);
  }

  function unmark(element, marked) {
    if (!marked) ["lang", "dir"].forEach(function (name) { element.removeAttribute(name); });
  }

  function resultOf(page, english) {
    var item = copy("result"), link = item.querySelector("a"), text = item.querySelector("p");
    link.href = root + page.url;
    link.textContent = page.title;
    text.textContent = page.description;
    unmark(link, english || page.englishTitle);
    unmark(text, english || page.englishDescription);
    if (english) link.hreflang = form.dataset.source;
    if (!english && !page.englishPage) item.querySelector("small").remove();
    return item;
  }

  function show(pages, english) {
    list.replaceChildren.apply(list, pages.map(function (page) { return resultOf(page, english); }));
    say(pages.length ? (english ? "english" : "found") : "nothing", pages.length);
  }

  async function search() {
    var mine = ++turn, query = field.value.trim(), code = form.dataset.language, source = form.dataset.source;
    if (!query) {
      list.replaceChildren();
      status.replaceChildren();
      return;
    }
    try {
      var pages = await find(query, baseOf(code)), english = false;
      if (!pages.length && code !== source) {
        pages = await find(query, baseOf(source));
        english = true;
      }
      if (mine === turn) show(pages, english); // else the reader has typed on
    } catch (error) {
      bundles = {}; // the next letter tries again
      if (mine !== turn) return;
      list.replaceChildren();
      say("broken");
    }
  }

  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    search().then(function () { status.focus(); }); // the keys of a phone give way to the results
  });
  form.hidden = false;
  window.alongsideSearch = { fold: fold, find: function (query) { return find(query, baseOf(form.dataset.language)); } };
})();
