import OneDoorWeb
import TestSupport

/// Every page in every state, as the provider serves it, under an address of its own: `/<language>/<name>`.
struct PageGallery {
  let server: StaticServer
  let names: [String]

  /// Long words of every kind in one page each: what breaks a narrow screen.
  private static let long = SamplePages(
    department: "Department of Housing, Urban-Rural Development and Neighbourhood Revitalisation "
      + String(repeating: "Verwaltungsgemeinschaft", count: 3),
    person: "Abdurrahman " + String(repeating: "Maximilian", count: 8) + " 阿卜杜热合曼·买买提",
    username: String(repeating: "x", count: 200))

  static let pages: [(name: String, page: Page)] = SamplePages().all + long.all.map { ("long-\($0.name)", $0.page) }

  /// `keeping`: those of the pages that a test has to do with.
  init(_ keeping: (String) -> Bool = { _ in true }) async throws {
    let renderer = try PageRenderer(clock: .utc)
    var served: [String: String] = [:]
    let pages = Self.pages.filter { keeping($0.name) }
    for language in Language.all {
      for (name, page) in pages {
        served["/\(language.tag)/\(name)"] = String(decoding: renderer.render(page, in: language), as: UTF8.self)
      }
    }
    let policy = SecurityFields.pagePolicy(formOrigin: nil)
    names = pages.map(\.name)
    server = try await StaticServer { [served] request in
      if request.path == StyleSheet.path {
        let css = String(decoding: StyleSheet.bytes, as: UTF8.self)
        return .init(css, headers: [("content-type", "text/css"), ("cache-control", "public, max-age=3600")])
      }
      if request.method == "POST" { return .html("<!doctype html><title>Sent</title><p>Sent</p>") }
      guard let html = served[request.path] else { return .init("", status: 404) }
      return .html(html, headers: [("content-security-policy", policy)])
    }
  }

  func address(_ name: String, in language: Language) -> String { "\(server.origin)/\(language.tag)/\(name)" }
}
