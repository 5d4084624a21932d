import OneDoorWeb
import TestSupport
import Testing

@Suite struct `The keyboard alone` {
  @Test(arguments: [Language.english, .arabic])
  func `reaches every control of every page, in the order seen, with a ring round it`(language: Language) async throws {
    let gallery = try await PageGallery { !$0.hasPrefix("long-") }
    try await Browser.withSession(BrowserOptions { $0.width = 1280 }) { browser in
      for name in gallery.names {
        try await browser.navigate(to: gallery.address(name, in: language))
        let stops = try await browser.walkByKeyboard()
        let count = try await browser.controlCount()
        #expect(stops.map(\.index) == Array(0..<count), "\(name): \(stops)")
        for stop in stops {
          #expect(stop.ring >= 3 && stop.height >= 24, "\(name): \(stop)")
        }
        for (one, next) in zip(stops, stops.dropFirst()) {
          let isBelow = next.top >= one.top + one.height / 2
          let isBeside = language.direction == .leftToRight ? next.left >= one.right : next.right <= one.left
          #expect(isBelow || isBeside, "\(name): \(one), then \(next)")
        }
      }
    }
  }

  @Test func `sends every form by Enter`() async throws {
    let gallery = try await PageGallery { ["sign-in-0", "sign-in-1", "home-0-2", "sign-out-question-1"].contains($0) }
    try await Browser.withSession { browser in
      for name in gallery.names {
        try await browser.navigate(to: gallery.address(name, in: .english))
        if name.hasPrefix("sign-in") {
          try await browser.fill("input[name=username]", with: "li.na")
          try await browser.find("input[name=password]").type("p")
        } else {
          while try await browser.focused().tagName() != "button" { try await browser.press("\u{E004}") }
        }
        try await browser.press("\u{E007}")
        try await browser.waitFor(text: "Sent")
        let sent = try #require(gallery.server.requests.last { $0.method == "POST" })
        #expect(sent.body.hasPrefix("j=AbC-_123&ui_locales=en"), "\(name): \(sent.body)")
        if name.hasPrefix("sign-in") { #expect(sent.body.hasSuffix("&username=li.na&password=p")) }
      }
    }
  }

  @Test func `is at the error summary first where there is one, and at the content after the skip link`() async throws {
    let gallery = try await PageGallery { ["sign-in-1", "sign-in-0"].contains($0) }
    try await Browser.withSession { browser in
      try await browser.navigate(to: gallery.address("sign-in-1", in: .english))
      #expect(try await browser.focused().attribute("id") == "problem")
      try await browser.navigate(to: gallery.address("sign-in-0", in: .english))
      try await browser.press("\u{E004}")
      #expect(try await browser.focused().attribute("href")?.hasSuffix("#main") == true)
      try await browser.press("\u{E007}")
      try await browser.press("\u{E004}")
      #expect(try await browser.focused().attribute("name") == "username")
    }
  }
}
