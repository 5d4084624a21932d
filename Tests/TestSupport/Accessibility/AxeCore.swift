import Foundation

/// Something axe-core objects to.
package struct AxeViolation: Decodable, CustomStringConvertible {
  struct Place: Decodable {
    let html: String
    let failureSummary: String?
  }

  /// The rule's name, as `color-contrast`.
  package let id: String
  let help: String
  let nodes: [Place]

  package var description: String {
    let places = nodes.map { "  \($0.html.prefix(200))\n    \($0.failureSummary ?? "")" }
    return "\(id): \(help)\n" + places.joined(separator: "\n")
  }
}

/// The axe-core script as `axe-playwright-python` carries it, run in our own browser.
private enum AxeCore {
  static func source() async throws -> String { try await loading.value }

  private static let loading = Task {
    let path = try await PythonPackage.file(
      "axe_playwright_python/axe.min.js", besideModule: "axe_playwright_python", of: "axe-playwright-python")
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}

extension Browser {
  /// Every page that is opened from now on gets the script from the driver: the page's own policy forbids any.
  package func prepareAxe() async throws {
    try await devTools("Page.addScriptToEvaluateOnNewDocument", ["source": try await AxeCore.source()])
  }

  /// What axe-core finds on the page that is open, with the rules of WCAG 2.2 and of good practice.
  package func axeViolations() async throws -> [AxeViolation] {
    let script = """
      return axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
        .then(r => r.violations.map(v => ({id: v.id, help: v.help,
          nodes: v.nodes.map(n => ({html: n.html, failureSummary: n.failureSummary}))})))
      """
    return try JSONDecoder().decode([AxeViolation].self, from: Data(try await evaluate(script).utf8))
  }
}
