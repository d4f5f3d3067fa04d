// Heading ids are the same in every language, so a link to another language can keep the reader's place.
(function () {
  function keepPlace() {
    document.querySelectorAll("a[hreflang]").forEach(function (link) {
      link.hash = location.hash;
    });
  }
  addEventListener("hashchange", keepPlace);
  keepPlace();
})();
