import HTTPTypes

/// The fields that let another origin's script read an answer (Fetch, CORS protocol). Credentials never: our cookies
/// are for our own pages.
struct CrossOriginFields {
  let provider: any IdentityProvider

  func add(_ rule: CrossOrigin, for request: HTTPFields, to fields: inout HTTPFields) {
    switch rule {
    case .none: break
    case .anyone: fields.append(HTTPField(name: .accessControlAllowOrigin, value: "*"))
    case .publicDepartments:
      fields.append(HTTPField(name: .vary, value: "Origin"))
      guard let origin = registered(request) else { return }
      fields.append(HTTPField(name: .accessControlAllowOrigin, value: origin))
      fields.append(HTTPField(name: .accessControlExposeHeaders, value: "WWW-Authenticate"))
    }
  }

  /// The answer to a browser that asks first. Without a registered origin it says nothing, and the browser refuses.
  func preflight(_ route: Route, _ request: HTTPFields) -> Reply {
    var fields = HTTPFields()
    add(route.crossOrigin, for: request, to: &fields)
    if fields[.accessControlAllowOrigin] != nil {
      let methods = route.methods.map(\.rawValue).joined(separator: ", ")
      fields.append(HTTPField(name: .accessControlAllowMethods, value: methods))
      fields.append(HTTPField(name: .accessControlAllowHeaders, value: "Authorization, Content-Type"))
      fields.append(HTTPField(name: .accessControlMaxAge, value: "3600"))
    }
    fields.append(HTTPField(name: .allow, value: route.allowed.map(\.rawValue).joined(separator: ", ")))
    return Reply(.noContent, fields: fields)
  }

  private func registered(_ request: HTTPFields) -> String? {
    let origins = request[values: .origin]
    guard origins.count == 1, let origin = origins.first, origin.utf8.count <= 512 else { return nil }
    return provider.publicOrigin(origin) ? origin : nil
  }
}
