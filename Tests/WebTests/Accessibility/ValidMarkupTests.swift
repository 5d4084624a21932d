import OneDoorWeb
import TestSupport
import Testing

@Suite struct `The HTML checker` {
  @Test func `finds nothing on any page in any language`() async throws {
    let folder = try TemporaryFolder("pages"), renderer = try PageRenderer(clock: .utc)
    for language in Language.all {
      for (name, page) in PageGallery.pages {
        let file = "\(language.tag)-\(name.filter { $0.isLetter || $0.isNumber || $0 == "-" }).html"
        try folder.write(file, renderer.text(page, in: language))
      }
    }
    let complaints = try await MarkupValidator.complaints(about: folder.path)
    #expect(complaints.isEmpty, "\(complaints.prefix(20).map(\.description).joined(separator: "\n"))")
  }

  @Test func `sees what is wrong with a page`() async throws {
    let folder = try TemporaryFolder("pages")
    try folder.write("bad.html", "<!doctype html><html lang=\"en\"><title>x</title><p><div role=\"none-such\"></p>")
    #expect(try await !MarkupValidator.complaints(about: folder.path).isEmpty)
  }
}
