/// The languages that pages come in, for `ui_locales_supported`. The pages are Web's, which lies above: a test of its own
/// holds the two lists equal.
package enum PageLanguages {
  package static let tags = ["en", "zh-Hans", "zh-Hant", "ar"]
}
