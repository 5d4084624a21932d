import Foundation

/// How the page is shown, and pictures of it.
extension Browser {
  package func setViewport(width: Int, height: Int) async throws {
    try await devTools(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// `isStill` for a test that measures colours at once: no transition is on its way then.
  package func setColorScheme(dark: Bool, isStill: Bool = false) async throws {
    let features = [
      ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"],
      ["name": "prefers-reduced-motion", "value": isStill ? "reduce" : "no-preference"],
    ]
    try await devTools("Emulation.setEmulatedMedia", ["features": features])
  }

  /// With scripts off, as some people have it.
  package func setScripts(enabled: Bool) async throws {
    try await devTools("Emulation.setScriptExecutionDisabled", ["value": !enabled])
  }

  /// A PNG of the whole page, also of what lies below the window.
  ///
  /// The window is made as high as the page for it: Chromium's own way of capturing beyond the viewport shifts pages
  /// that run from right to left.
  package func screenshot() async throws -> [UInt8] {
    let sides = try await evaluate("return [innerWidth, innerHeight, document.documentElement.scrollHeight]")
      .split { !$0.isNumber }.compactMap { Int($0) }
    let isHigh = sides.count == 3 && sides[2] > sides[1]
    if isHigh { try await setViewport(width: sides[0], height: sides[2]) }
    let answer = try await devToolsValue("Page.captureScreenshot", ["format": "png"]) as? [String: Any]
    if isHigh { try await setViewport(width: sides[0], height: sides[1]) }
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
