/// What went wrong here rather than with the request. It is logged by its reference and never told.
enum EndpointFault: Error, Sendable, Equatable {
  case keyMissing(String)
  case sealing
}
