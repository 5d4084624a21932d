import OneDoorWeb
import TestSupport
import Testing

@Suite struct `At 400 % zoom` {
  /// 1280 by 1024 pixels at 400 % are 320 by 256 (WCAG 2.2 §1.4.10).
  @Test(arguments: Language.all)
  func `every page fits its width and nothing is cut off`(language: Language) async throws {
    let gallery = try await PageGallery { $0.hasPrefix("long-") }
    try await Browser.withSession(BrowserOptions { ($0.width, $0.height) = (320, 256) }) { browser in
      for name in gallery.names {
        try await browser.navigate(to: gallery.address(name, in: language))
        let misfits = try await browser.misfits()
        #expect(misfits.isEmpty, "\(language.tag) \(name): \(misfits)")
      }
    }
  }

  @Test func `what does not fit is seen`() async throws {
    let html = """
      <!doctype html><title>x</title><p style="width:600px">Wide</p>
      <p style="width:90px;white-space:nowrap;overflow:hidden">Cut off at the end of its line</p>
      """
    let server = try await StaticServer { _ in .html(html) }
    try await Browser.withSession(BrowserOptions { ($0.width, $0.height) = (320, 256) }) { browser in
      try await browser.navigate(to: server.origin)
      let misfits = try await browser.misfits()
      #expect(misfits.count == 3, "\(misfits)")
    }
  }
}
