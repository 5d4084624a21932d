/// Emphasis on a terminal. Never the only bearer of a meaning, since colour is off in pipes and under `NO_COLOR`.
package enum Style: String, Sendable {
  case bold = "1"
  case quiet = "2"
  case bad = "31"
  case good = "32"
  case warning = "33"

  package func applied(to text: String, colour: Bool) -> String {
    colour && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
