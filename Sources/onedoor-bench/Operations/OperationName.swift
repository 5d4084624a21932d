import ArgumentParser

/// What can be measured, in the order of the table.
enum OperationName: String, CaseIterable, ExpressibleByArgument, Sendable {
  case clientCredentials = "client-credentials"
  case introspection
  case refresh
  case hop = "sso-hop"
  case login
  case discovery
  case jwks
  case verify
  case startUp = "start-up"
  case memory
}
