import Foundation

/// How the page is shown, and pictures of it.
extension Browser {
  package func setViewport(width: Int, height: Int) async throws {
    try await devTools(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  package func setColorScheme(dark: Bool) async throws {
    let feature = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    try await devTools("Emulation.setEmulatedMedia", ["features": [feature]])
  }

  /// With scripts off, as some people have it.
  package func setScripts(enabled: Bool) async throws {
    try await devTools("Emulation.setScriptExecutionDisabled", ["value": !enabled])
  }

  /// A PNG of the whole page, also of what lies below the window.
  package func screenshot() async throws -> [UInt8] {
    let answer =
      try await devToolsValue("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": true])
      as? [String: Any]
    guard let text = answer?["data"] as? String, let data = Data(base64Encoded: text) else {
      throw WebDriverError(code: "unable to capture screen", message: "no picture")
    }
    return [UInt8](data)
  }

  package func screenshot(to path: String) async throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    try await Data(screenshot()).write(to: URL(fileURLWithPath: path))
  }
}
