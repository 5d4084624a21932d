import Foundation

/// One stop of the tab key.
package struct KeyboardStop: Decodable, Sendable, CustomStringConvertible {
  /// Which of the page's controls, counted in document order.
  package let index: Int
  package let what: String
  /// CSS pixels, from the page's top left corner.
  package let top: Double
  package let left: Double
  package let right: Double
  package let height: Double
  /// The width of the ring drawn round it; 0 where there is none.
  package let ring: Double

  package var description: String { "\(what) at \(Int(left)),\(Int(top)), ring \(ring)" }
}

extension Browser {
  private static let controls = """
    [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
      .filter(e => !e.disabled && e.getClientRects().length > 0)
    """

  /// How many controls the page has that a mouse can use.
  package func controlCount() async throws -> Int { Int(try await evaluate("return \(Self.controls).length")) ?? 0 }

  /// A real press of a key, to whatever has the keyboard.
  package func press(_ key: String, times: Int = 1) async throws {
    let press = [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]]
    let actions = Array(repeating: press, count: times).flatMap { $0 }
    try await wire.post("/actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  /// The tab key until it has come round: every stop once, from the page's beginning, also where the page gives
  /// something in its middle the keyboard at once.
  package func walkByKeyboard() async throws -> [KeyboardStop] {
    let listen = """
      const stops = window.keyboardStops = [];
      addEventListener('focusin', ({target: e}) => {
        const i = \(Self.controls).indexOf(e), r = e.getBoundingClientRect(), s = getComputedStyle(e);
        if (i < 0) return;
        stops.push({index: i, top: r.top + scrollY, left: r.left + scrollX, right: r.right + scrollX, height: r.height,
          what: e.tagName.toLowerCase() + ' ' + (e.name || e.textContent.trim()).slice(0, 40),
          ring: s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth)});
      });
      return \(Self.controls).length
      """
    let count = Int(try await evaluate(listen)) ?? 0
    // Between the last control and the first one the keyboard is at no control, perhaps more than once.
    try await press("\u{E004}", times: count + 3)
    let found = Data(try await evaluate("return window.keyboardStops").utf8)
    var stops: [KeyboardStop] = []
    for stop in try JSONDecoder().decode([KeyboardStop].self, from: found) {
      if stops.contains(where: { $0.index == stop.index }) { break }
      stops.append(stop)
    }
    guard let first = stops.firstIndex(where: { $0.index == 0 }) else { return stops }
    return Array(stops[first...] + stops[..<first])
  }
}
