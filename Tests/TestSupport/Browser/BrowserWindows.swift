/// A tab, by the driver's handle.
package struct BrowserTab: Sendable, Hashable {
  let handle: String
}

extension Browser {
  package func currentTab() async throws -> BrowserTab {
    BrowserTab(handle: try await wire.get("/window") as? String ?? "")
  }

  package func tabs() async throws -> [BrowserTab] {
    (try await wire.get("/window/handles") as? [String] ?? []).map(BrowserTab.init)
  }

  /// Opens a tab in the same profile and goes to it.
  @discardableResult
  package func openTab() async throws -> BrowserTab {
    let made = try await wire.post("/window/new", ["type": "tab"]) as? [String: Any]
    let tab = BrowserTab(handle: made?["handle"] as? String ?? "")
    try await switchTo(tab)
    return tab
  }

  package func switchTo(_ tab: BrowserTab) async throws { try await wire.post("/window", ["handle": tab.handle]) }

  /// Closes the current tab; go to another one next.
  package func closeTab() async throws { try await wire.delete("/window") }
}
