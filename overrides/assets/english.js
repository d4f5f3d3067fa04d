// Shows or hides the English beside a translation as the link here asked. It is not deferred: it runs before the text
// comes, so that no text moves under a reader's eyes when the rest of a page is slow to arrive.
(function () {
  var page = document.documentElement;
  var choice = new URLSearchParams(location.search).get("english");
  if (choice !== "on" && choice !== "off") return;
  page.setAttribute("data-english", choice);
  new MutationObserver(function (changes, observer) {
    var box = document.getElementById("shell-beside");
    if (!box) return;
    box.checked = choice === "on";
    page.removeAttribute("data-english");
    observer.disconnect();
  }).observe(page, { childList: true, subtree: true });
})();
