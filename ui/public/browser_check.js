// Plain words instead of a white page. Written for the oldest browsers: no modern syntax here.
(function () {
  var words = document.getElementById('opening-words');
  if (!words) return;
  var isNew = 'noModule' in document.createElement('script') && typeof structuredClone === 'function' &&
    typeof Array.prototype.at === 'function';
  if (!isNew) {
    words.textContent = '您使用的浏览器版本较旧，不能打开工作台。请使用 Chrome、Edge 100 以上版本，' +
      '360安全浏览器（极速模式）、奇安信浏览器等基于 Chromium 100 以上内核的浏览器，或者请系统管理员升级。';
    return;
  }
  window.setTimeout(function () {
    var still = document.getElementById('opening-words');
    if (still) {
      still.textContent = '打开工作台用了较长时间。请检查网络后刷新页面；仍然打不开的，请联系系统管理员。';
    }
  }, 15000);
})();
