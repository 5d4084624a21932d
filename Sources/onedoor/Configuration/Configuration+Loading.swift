import Foundation

extension Configuration {
  /// Names the file where no `--config` does.
  package static let variable = "ONEDOOR_CONFIG"
  package static let defaultPath = "config/onedoor.yaml"

  /// `--config`, else `ONEDOOR_CONFIG`, else `config/onedoor.yaml`.
  package static func path(option: String?, environment: [String: String]) -> String {
    if let option { return option }
    if let path = environment[variable], !path.isEmpty { return path }
    return defaultPath
  }

  /// Reads a file and its overrides; relative paths in it start at the current directory.
  package static func load(
    path: String, environment: [String: String], cores: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws(ConfigurationErrors) -> Configuration {
    try load(text: try DocumentText.load(path), file: path, environment: environment, cores: cores)
  }

  /// The same for text that is already in memory, as the demo's.
  package static func load(
    text: String, file: String, environment: [String: String], cores: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws(ConfigurationErrors) -> Configuration {
    let text = try DocumentText.check(Array(text.utf8), file: file)
    var reader = SettingsReader(file: file, cores: cores)
    reader.read(try DocumentComposer.compose(text, file: file))
    reader.read(environment: environment)
    return try reader.configuration()
  }

  /// Reads the file again for a running server (SIGHUP): reloadable settings are taken, the others stay as they run.
  ///
  /// A setting that was written and now is gone is refused rather than falling back to its default: a file that is being
  /// saved this moment ends somewhere, and the default may be looser than what the administrator chose. Whoever wants the
  /// default writes it, or starts anew.
  package func reloaded(path: String, environment: [String: String]) throws(ConfigurationErrors) -> Reload {
    try reloaded(with: try Configuration.load(path: path, environment: environment), path: path)
  }

  package func reloaded(with new: Configuration, path: String) throws(ConfigurationErrors) -> Reload {
    let gone = Setting.table.map(\.key).filter { stated.contains($0) && !new.stated.contains($0) }
    guard gone.isEmpty else {
      throw ConfigurationErrors(
        gone.map {
          ConfigurationProblem(
            .wholeFile(path), "\($0) is in force and no longer given: write the value you want, or start anew")
        })
    }
    var result = new
    var waiting: [String] = []
    for setting in Setting.table where setting.reloads == nil && !setting.equal(self, new) {
      setting.copy(self, &result)
      waiting.append(setting.key)
    }
    // What waits for a start may be what another change stood on, so that the mixture is checked again.
    let problems = ConfigurationChecks(places: [:], file: path).problems(of: result)
    guard problems.isEmpty else { throw ConfigurationErrors(problems) }
    return Reload(configuration: result, waiting: waiting)
  }

  package struct Reload: Sendable, Equatable {
    package let configuration: Configuration
    /// Keys that changed and take effect at the next start.
    package let waiting: [String]
  }
}
