import OneDoorWeb
import TestSupport
import Testing

/// One language of each direction: the markup is the same in the others.
private let bothDirections: [Language] = [.english, .arabic]

@Suite struct `axe-core` {
  @Test(arguments: bothDirections)
  func `finds nothing on any page, light and dark, narrow and wide`(language: Language) async throws {
    let gallery = try await PageGallery { !$0.hasPrefix("long-") }
    try await Browser.withSession { browser in
      try await browser.prepareAxe()
      for name in gallery.names {
        try await browser.navigate(to: gallery.address(name, in: language))
        for (width, isDark) in [(360, false), (360, true), (1280, true), (1280, false)] {
          try await browser.setViewport(width: width, height: 800)
          try await browser.setColorScheme(dark: isDark, isStill: true)
          let violations = try await browser.axeViolations()
          #expect(violations.isEmpty, "\(language.tag) \(name) \(width) \(isDark ? "dark" : "light"): \(violations)")
        }
      }
    }
  }

  @Test func `sees what is wrong with a page, though the page's policy forbids scripts`() async throws {
    let html = """
      <!doctype html><html><title>x</title><body style="background:#fff"><main><h1>x</h1><input>
      <p style="color:#bbb;background:#fff">Pale</p></main></body></html>
      """
    let server = try await StaticServer { _ in
      .html(html, headers: [("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")])
    }
    try await Browser.withSession { browser in
      try await browser.prepareAxe()
      try await browser.navigate(to: server.origin)
      let rules = try await browser.axeViolations().map(\.id)
      for rule in ["html-has-lang", "label", "color-contrast"] { #expect(rules.contains(rule), "\(rule): \(rules)") }
    }
  }
}
