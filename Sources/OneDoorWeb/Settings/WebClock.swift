/// The two clocks that the edge reads: the wall's for the Date field, a steady one for how long a request took.
package struct WebClock: Sendable {
  package let unixSeconds: @Sendable () -> Int64
  package let nanoseconds: @Sendable () -> UInt64

  package init(
    unixSeconds: @escaping @Sendable () -> Int64, nanoseconds: @escaping @Sendable () -> UInt64
  ) {
    self.unixSeconds = unixSeconds
    self.nanoseconds = nanoseconds
  }
}
