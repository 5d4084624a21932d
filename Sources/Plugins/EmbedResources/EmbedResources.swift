/// Turns a module's pages, styles and languages into Swift source, so that the binary carries them and no file can be
/// missing or changed beside it.
@main
struct EmbedResources {
  static func main() throws {}
}
