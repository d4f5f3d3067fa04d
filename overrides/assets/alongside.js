// What a page does more with a script. Nothing is stored, and nothing is asked of another host.
(function () {
  var root = document.documentElement;

  // Leaving: the page is blank at once, however long the other one takes, and that one stands in its place in the
  // history of the browser.
  var way = document.getElementById("shell-exit");
  var presses = 0, last = 0;
  var PAUSE = 2000; // milliseconds: keys that are further apart are not meant as one sign

  function leave() {
    root.hidden = true;
    document.title = way.hostname;
    location.replace(way.href);
  }
  way.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", function (event) {
    if (event.repeat) return;
    presses = event.key !== "Escape" ? 0 : event.timeStamp - last < PAUSE ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) leave();
  }, true);

  // Heading ids are the same in every language, so a link to another language can keep the reader's place.
  function keepPlace() {
    document.querySelectorAll("a[hreflang]").forEach(function (link) {
      link.hash = location.hash;
    });
  }
  addEventListener("hashchange", keepPlace);
  keepPlace();
})();

// A choice whether English stands beside translations goes along in the links of the site, and is stored nowhere.
(function () {
  var box = document.getElementById("shell-beside");
  var choice = new URLSearchParams(location.search).get("english");
  if (choice !== "on" && choice !== "off") choice = null;

  function addTo(address) {
    var query = new URLSearchParams(address.search);
    query.set("english", choice);
    return "?" + query;
  }
  function carry() {
    document.querySelectorAll("a[href]:not([href^='#'])").forEach(function (link) {
      if (link.protocol === location.protocol && link.host === location.host) link.search = addTo(link);
    });
  }
  function choose() {
    choice = box.checked ? "on" : "off";
    carry();
    history.replaceState(null, "", addTo(location) + location.hash);
  }
  if (choice) carry();
  if (!box) return;
  box.addEventListener("change", choose);
  // A tap that came before this script.
  if (box.checked !== (choice ? choice === "on" : box.defaultChecked)) choose();
})();
