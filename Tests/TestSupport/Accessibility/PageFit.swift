import Foundation

extension Browser {
  /// What of the page lies outside the window's width or is cut off by its own box, as text; nothing where all fits.
  /// Texts for screen readers alone are one pixel large on purpose.
  package func misfits() async throws -> [String] {
    let script = """
      const root = document.documentElement, found = [];
      if (root.scrollWidth > root.clientWidth) found.push('the page is ' + root.scrollWidth + ' wide');
      for (const e of document.body.querySelectorAll('*')) {
        const r = e.getBoundingClientRect(), s = getComputedStyle(e);
        if (e.closest('svg, .unseen, .skip') || r.width < 2) continue;
        const what = e.tagName.toLowerCase() + ' ' + e.textContent.trim().slice(0, 40);
        if (r.left < -0.5 || r.right > root.clientWidth + 0.5) found.push(what + ' ends at ' + r.left + '-' + r.right);
        if (s.display !== 'inline' && e.tagName !== 'INPUT' && e.tagName !== 'PRE'
            && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && s.overflow !== 'visible')
          found.push(what + ' is cut off');
      }
      return found;
      """
    return try JSONDecoder().decode([String].self, from: Data(try await evaluate(script).utf8))
  }
}
