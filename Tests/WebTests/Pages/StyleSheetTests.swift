import Foundation
import OneDoorWeb
import Testing

@Suite struct `The stylesheet` {
  let css = String(decoding: StyleSheet.bytes, as: UTF8.self)

  @Test func `is served under a path that changes with it`() throws {
    #expect(StyleSheet.path.wholeMatch(of: /\/assets\/onedoor-[0-9a-f]{8}\.css/) != nil)
    #expect(!StyleSheet.bytes.isEmpty && StyleSheet.bytes.count < 10_000)
  }

  @Test(arguments: [false, true])
  func `keeps its contrasts`(dark: Bool) throws {
    let colours = try Palette(css, dark: dark)
    for text in ["--ink", "--quiet", "--danger", "--accent", "--accent-strong", "--success"] {
      #expect(try colours.contrast(text, "--paper") >= 7, "\(text) on --paper")
    }
    #expect(try colours.contrast("--ink", "--tint") >= 7)
    #expect(try colours.contrast("--on-accent", "--accent") >= 4.5)
    #expect(try colours.contrast("--on-accent", "--accent-strong") >= 4.5)
    #expect(try colours.contrast("--accent-strong", "--tint") >= 4.5)
    // Borders of fields and the focus ring: WCAG 2.2 §1.4.11 asks for 3.
    #expect(try colours.contrast("--edge", "--paper") >= 3)
  }

  @Test func `takes every colour from the palette`() throws {
    let rules = try #require(css.firstRange(of: "*,\n")).lowerBound
    #expect(css[rules...].firstMatch(of: /#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(/) == nil)
  }

  @Test func `is laid out without left and right`() {
    let physical =
      /(margin|padding|border|inset)-(left|right|top|bottom)|text-align:\s*(left|right)|(?:^|\s)(left|right|top|bottom|width|height):/
    #expect(css.firstMatch(of: physical) == nil)
  }

  @Test func `answers what the reader has asked of the system`() {
    for query in [
      "prefers-color-scheme: dark", "prefers-contrast: more", "forced-colors: active",
      "prefers-reduced-motion: no-preference", "min-width: 640px",
    ] { #expect(css.contains("(\(query))"), "\(query)") }
  }

  @Test func `loads nothing else`() {
    #expect(!css.contains("url(") && !css.contains("@import") && !css.contains("@font-face"))
  }
}

/// The custom properties that hold a colour, and WCAG 2.2's measure between two of them.
private struct Palette {
  private var colours: [String: [Double]] = [:]

  init(_ css: String, dark: Bool) throws {
    let blocks = css.split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
    try read(#require(blocks.first))
    guard dark else { return }
    let scheme = try #require(blocks.last).split(separator: "\n}\n")
    try read(#require(scheme.first))
  }

  private mutating func read(_ text: Substring) throws {
    for match in text.matches(of: /(--[a-z-]+): #([0-9a-f]{6});/) {
      let number = try #require(UInt32(match.2, radix: 16))
      colours[String(match.1)] = [16, 8, 0].map { Double(number >> $0 & 255) / 255 }
    }
  }

  func contrast(_ one: String, _ other: String) throws -> Double {
    let pair = try [one, other].map { luminance(try #require(colours[$0], "\($0)")) }.sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
