import Foundation
import OneDoorWeb
import TestSupport
import Testing

/// Pictures of the pages for a person to look at. The tests cannot see what is ugly.
@Suite struct Pictures {
  private static let shown = [
    "sign-in-0", "sign-in-1", "sign-in-empty", "continue-as-1795555555", "sign-out-question-1", "signed-out-2",
    "home-1795555555-2", "home-signed-out", "error-badRedirectURI", "long-sign-in-1", "long-continue-as-1795555555",
    "choose-password-0", "account-password-2", "departed", "form-post",
  ]

  @Test func `are taken of each page on a phone, a tablet and a desk, light and dark, in both directions`()
    async throws
  {
    let folder =
      ProcessInfo.processInfo.environment["ONEDOOR_SCREENSHOTS"].flatMap { $0.isEmpty ? nil : $0 }
      ?? FileManager.default.temporaryDirectory.appendingPathComponent("onedoor-screenshots").path
    let gallery = try await PageGallery(Self.shown.contains)
    #expect(Set(Self.shown) == Set(gallery.names))
    let kinds = PageGallery.pages.filter { Self.shown.contains($0.name) }.map { PageKind($0.page) }
    #expect(Set(kinds) == Set(PageKind.allCases))
    let others: [String: Language] = [
      "sign-in-0": .traditionalChinese, "home-1795555555-2": .simplifiedChinese, "sign-in-1": .arabic,
      "continue-as-1795555555": .arabic, "long-sign-in-1": .arabic,
    ]
    try await Browser.withSession { browser in
      for name in gallery.names {
        for language in [.english, others[name]].compactMap({ $0 }) {
          try await browser.navigate(to: gallery.address(name, in: language))
          for width in [360, 768, 1280] {
            try await browser.setViewport(width: width, height: width == 360 ? 740 : 900)
            for isDark in [false, true] {
              try await browser.setColorScheme(dark: isDark, isStill: true)
              let scheme = isDark ? "dark" : "light"
              try await browser.screenshot(to: "\(folder)/pages/\(name)-\(language.tag)-\(width)-\(scheme).png")
            }
          }
        }
      }
    }
    print("Pictures of the pages are in \(folder)/pages")
  }
}
